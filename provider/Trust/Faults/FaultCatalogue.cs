using System.Globalization;

namespace PartnerTrust.Trust.Faults;

/// <summary>Every refusal and warning of this package: one factory a number, one part file an area. The summary of a factory is the
/// number's line in the catalogue that users read.</summary>
public static partial class FaultCatalogue
{
    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

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
}
