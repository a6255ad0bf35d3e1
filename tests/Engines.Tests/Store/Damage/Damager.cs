using Microsoft.Data.Sqlite;

namespace PartnerTrust.Engines.Tests.Store.Damage;

/// <summary>Damages a store at random; the same seed damages it the same way.</summary>
internal sealed class Damager(int seed, string directory)
{
    private const int PageSize = 4096;

    private static readonly object?[] Strange =
    [
        null, "", "x", "-1", "5", "{", "[]", "https://", "file:///etc/passwd", "TokenServer", new byte[] { 0x30, 0x82 }, Array.Empty<byte>(), -1L,
        long.MaxValue, long.MinValue, 1.5e300, new string('a', 70_000), "a\0b", "\ud800",
    ];

    private static readonly string[] Schemas =
    [
        "PRAGMA user_version = -5", "PRAGMA user_version = 3", "PRAGMA user_version = 0", "PRAGMA user_version = 77", "PRAGMA application_id = 1",
        "DROP TABLE mail_item", "ALTER TABLE setting RENAME TO settings", "ALTER TABLE certificate ADD COLUMN more TEXT", "DROP INDEX published_metadata_host",
        "ALTER TABLE certificate RENAME COLUMN der TO bytes", "DROP TABLE host_fault; CREATE VIEW host_fault AS SELECT 'a' AS server, 'b' AS kind, 'c' AS value",
        "DROP TABLE setting; CREATE VIEW setting AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS name, i AS value FROM n",
        "CREATE TRIGGER t AFTER INSERT ON certificate BEGIN DELETE FROM certificate; END",
        "CREATE TRIGGER t BEFORE UPDATE ON partner_application BEGIN SELECT RAISE(IGNORE); END",
    ];

    private readonly Random random = new(seed);

    private string Database => Path.Combine(directory, "partnertrust.db");

    /// <summary>Returns what was done, for the message of a failing test.</summary>
    public string Damage()
    {
        switch (random.Next(9))
        {
            case 0: return Flip();
            case 1: return Swap();
            case 2: return Truncate();
            case 3: return Zero();
            case 4: return Schema();
            case 5: return Journal();
            case 6: return KeyFile();
            default: return string.Join("; ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Cell()));
        }
    }

    private string Flip() => Edit(content =>
    {
        var count = random.Next(1, 40);
        for (var i = 0; i < count; i++)
        {
            content[random.Next(i == 0 ? 0 : 100, content.Length)] ^= (byte)(1 << random.Next(8));
        }

        return $"{count} bits flipped";
    });

    private string Swap() => Edit(content =>
    {
        var (one, other) = (Page(content), Page(content));
        var kept = content.AsSpan(one, PageSize).ToArray();
        content.AsSpan(other, PageSize).CopyTo(content.AsSpan(one));
        kept.CopyTo(content.AsSpan(other));
        return $"pages {one / PageSize} and {other / PageSize} swapped";
    });

    private string Zero() => Edit(content =>
    {
        var page = Page(content);
        content.AsSpan(page, PageSize).Fill((byte)random.Next(256));
        return $"page {page / PageSize} filled";
    });

    private string Truncate()
    {
        using var file = new FileStream(Database, FileMode.Open);
        file.SetLength(random.NextInt64(1, file.Length));
        return $"truncated to {file.Length}";
    }

    private string Schema()
    {
        var sql = Schemas[random.Next(Schemas.Length)];
        Run(sql);
        return sql;
    }

    /// <summary>The journal of a database that has nothing to do with this one, cut somewhere or whole.</summary>
    private string Journal()
    {
        var other = Path.Combine(directory, "other.db");
        using (var connection = Open(other))
        {
            Execute(connection, "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (randomblob(20000)), (randomblob(9));");
            File.Copy(other + "-wal", Database + "-wal");
        }

        using var journal = new FileStream(Database + "-wal", FileMode.Open);
        journal.SetLength(random.Next(2) == 0 ? journal.Length : random.NextInt64(1, journal.Length));
        return "the journal of another database";
    }

    private string KeyFile()
    {
        var content = new byte[random.Next(0, 80)];
        random.NextBytes(content);
        File.WriteAllBytes(Path.Combine(directory, "partnertrust.key"), content);
        return "another key file";
    }

    private string Cell()
    {
        using var connection = Open(Database);
        Execute(connection, "PRAGMA ignore_check_constraints = ON");
        var columns = Columns(connection);
        var (table, column) = columns[random.Next(columns.Count)];
        // What must not be null is null all the same in a database that something else has written.
        Execute(connection, "PRAGMA writable_schema = ON");
        Execute(
            connection,
            $"UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '/*NN*/ ') WHERE name = '{table}' AND sql NOT LIKE '%WITHOUT ROWID%'");
        Execute(connection, "PRAGMA writable_schema = RESET");
        var value = Strange[random.Next(Strange.Length)];
        var changed = "refused";
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE \"{table}\" SET \"{column}\" = $1";
            command.Parameters.AddWithValue("$1", value ?? DBNull.Value);
            changed = $"{command.ExecuteNonQuery()}";
        }
        catch (SqliteException)
        {
            // A key or a unique column takes one such value at most.
        }

        Execute(connection, "PRAGMA writable_schema = ON");
        Execute(connection, $"UPDATE sqlite_schema SET sql = replace(sql, '/*NN*/ ', 'NOT NULL') WHERE name = '{table}'");
        Execute(connection, "PRAGMA writable_schema = RESET");
        return $"{table}.{column} = {(value is string { Length: > 40 } ? "long" : value ?? "null")} ({changed})";
    }

    private static List<(string Table, string Column)> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.sql IS NOT NULL ORDER BY 1, 2";
        using var reader = command.ExecuteReader();
        var columns = new List<(string, string)>();
        while (reader.Read())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    private void Run(string sql)
    {
        using var connection = Open(Database);
        Execute(connection, "PRAGMA foreign_keys = OFF");
        Execute(connection, sql);
    }

    private string Edit(Func<byte[], string> edit)
    {
        var content = File.ReadAllBytes(Database);
        var done = edit(content);
        File.WriteAllBytes(Database, content);
        return done;
    }

    private int Page(byte[] content) => random.Next(content.Length / PageSize) * PageSize;

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
