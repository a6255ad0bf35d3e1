using Microsoft.Data.Sqlite;

namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Looks for damage that SQLite does not meet by itself: pages that changed places answer questions, wrongly.</summary>
internal static class StoreInspection
{
    // Looked through in a few milliseconds.
    private const long SmallEnough = 1024 * 1024;

    /// <summary>What is wrong, as far as a look that costs next to nothing tells; null when nothing is.</summary>
    public static string? Look(SqliteConnection connection) =>
        SchemaCheck.Find(connection) ?? (SizeOf(connection) <= SmallEnough ? FindInPages(connection) : null);

    /// <summary>The same, however long it takes.</summary>
    public static string? LookThrough(SqliteConnection connection) => SchemaCheck.Find(connection) ?? FindInPages(connection);

    private static string? FindInPages(SqliteConnection connection) =>
        Ask(connection, "PRAGMA integrity_check(1)") is "ok" ? null : "its pages do not fit together";

    private static long SizeOf(SqliteConnection connection) =>
        (long)Ask(connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")!;

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
