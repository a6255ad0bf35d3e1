using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace PartnerTrust.Engines.Embedded.Store;

/// <summary>How values that SQLite has no type for stand in its columns: instants as UTC ticks, lists as lines.</summary>
internal static class ColumnReading
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static Uri? Url(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : new Uri(row.GetString(column));

    public static DateTimeOffset Instant(this SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static ImmutableArray<string> Lines(this SqliteDataReader row, int column) =>
        [.. row.GetString(column).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public static string ToLines(IEnumerable<string> values) => string.Join('\n', values);
}
