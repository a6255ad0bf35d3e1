using System.Globalization;

namespace PartnerTrust.Plugin.Values;

/// <summary>Times as the package writes and reads them: RFC 3339 in UTC.</summary>
internal static class Instant
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Null when the text is no time with an offset: without one it would be another time on every machine.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        text?.LastIndexOfAny(['Z', '+', '-']) > "yyyy-MM-dd".Length && DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time
            : null;
}
