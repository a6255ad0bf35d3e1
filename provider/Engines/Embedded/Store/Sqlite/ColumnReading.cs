using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Embedded.Store.Sqlite;

/// <summary>How values that SQLite has no type for stand in its columns: instants as UTC ticks, lists as lines. Whatever is not in its form
/// throws, and the session makes a damaged store of that.</summary>
internal static class ColumnReading
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static Uri Url(this SqliteDataReader row, int column) =>
        Uri.TryCreate(row.GetString(column), UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.Host.Length > 0
            ? url
            : throw new DamagedCellException("a URL is not valid");

    public static Uri? UrlOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Url(column);

    /// <summary>By its name, as it is written; a number is none.</summary>
    public static T Choice<T>(this SqliteDataReader row, int column)
        where T : struct, Enum =>
        row.GetString(column) is var text && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && value.ToString() == text
            ? value
            : throw new DamagedCellException($"a {typeof(T).Name} is not valid");

    public static Thumbprint Thumbprint(this SqliteDataReader row, int column) =>
        Trust.Certificates.Thumbprint.TryParse(row.GetString(column), out var thumbprint)
            ? thumbprint
            : throw new DamagedCellException("a thumbprint is not valid");

    public static DateTimeOffset Instant(this SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static ImmutableArray<string> Lines(this SqliteDataReader row, int column) =>
        [.. row.GetString(column).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public static string ToLines(IEnumerable<string> values) => string.Join('\n', values);
}
