using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Sqlite;

/// <summary>The few ways in which tables talk to SQLite, within one transaction.</summary>
internal sealed partial class SqliteStatements(SqliteConnection connection, ILogger logger)
{
    /// <summary>Runs a statement whose parameters are <c>$1</c>, <c>$2</c>…; returns the number of rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Prepare(sql, values);
        return command.ExecuteNonQuery();
    }

    public T? Single<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var command = Prepare(sql, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Map(reader, map) : default;
    }

    public List<T> Many<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var command = Prepare(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(Map(reader, map));
        }

        return rows;
    }

    /// <summary>What to throw when rows that were read do not go together.</summary>
    public FaultException Damage(string reason) => new(FaultCatalogue.StoreCorrupt(connection.DataSource, reason));

    /// <summary>The one border at which rows become values: whatever a row makes this throw tells of the row.</summary>
    private T Map<T>(SqliteDataReader row, Func<SqliteDataReader, T> map)
    {
        try
        {
            return map(row);
        }
        catch (Exception failure) when (failure is not SqliteException)
        {
            throw StoreFailure.Unreadable(failure, row, connection.DataSource);
        }
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        LogStatement(sql);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        }

        return command;
    }

    [LoggerMessage(LogLevel.Trace, "{Sql}")]
    private partial void LogStatement(string sql);
}
