using System.Globalization;

namespace PartnerTrust.Trust.Faults;

/// <summary>Every refusal and warning of this package: one factory for each number, one part file for each area. The doc comment of a
/// factory is the number's page in <c>docs/errors</c>, which users read and <c>explain</c> tells.</summary>
public static partial class FaultCatalogue
{
    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>So many of a thing: <c>1 day</c>, <c>2 days</c>.</summary>
    private static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>Seconds as short as they can be told: <c>1 second</c>, <c>4.9 seconds</c>.</summary>
    private static string Seconds(TimeSpan time, string format = "0.###") =>
        time.TotalSeconds.ToString(format, CultureInfo.InvariantCulture) is "1"
            ? "1 second"
            : $"{time.TotalSeconds.ToString(format, CultureInfo.InvariantCulture)} seconds";

    /// <summary>What was probably meant; where nothing is near, what would be right.</summary>
    private static string Probably(string? suggestion, string otherwise) => suggestion is null ? otherwise : $"probably {Quote(suggestion)}.";

    /// <summary>Text from outside, made fit for one line of a message: control characters gone, at most 120 characters.</summary>
    private static string Quote(string? text)
    {
        var line = string.Concat((text ?? "").Take(121).Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > 120 ? $"\"{line[..120]}…\"" : $"\"{line}\"";
    }

    /// <summary>A URL as text, without the credentials that someone may have written into it.</summary>
    private static string QuoteUrl(string? url)
    {
        var text = url ?? "";
        var at = text.LastIndexOf('@');
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return Quote(at < 0 ? text : text[..(scheme < 0 ? 0 : scheme + 3)] + text[(at + 1)..]);
    }

    private static Fault Input(string code, string property, string found, string expected, string remedy) =>
        new(code, property, found, expected, remedy) { Kind = FaultKind.Input };

    private static Fault OfEngine(string code, string property, string found, string expected, string remedy) =>
        new(code, property, found, expected, remedy) { Kind = FaultKind.Engine };

    private static Fault Unsupported(string code, string property, string found, string expected, string remedy) =>
        new(code, property, found, expected, remedy) { Kind = FaultKind.Unsupported };

    private static Fault Cancelled(string code, string property, string found, string expected, string remedy) =>
        new(code, property, found, expected, remedy) { Kind = FaultKind.Cancelled };

    private static Fault TimedOut(string code, string property, string found, string expected, string remedy) =>
        new(code, property, found, expected, remedy) { Kind = FaultKind.TimedOut };
}
