using System.Text.RegularExpressions;

namespace PartnerTrust.Plugin.Tests.Shown;

/// <summary>Takes out of a shown text what differs from run to run.</summary>
internal static partial class Scrubbing
{
    public static string Scrub(string text)
    {
        text = Certificate().Replace(text, "<certificate>");
        text = Named().Replace(text, "<$1>");
        text = Spoken().Replace(text, "<$1>");
        text = Identifier().Replace(text, "<id>");
        return Hexadecimal().Replace(text, "<hex>");
    }

    [GeneratedRegex("-----BEGIN CERTIFICATE-----[^\"]*")]
    private static partial Regex Certificate();

    [GeneratedRegex("(?<=(x5t|serialNumber|itemId): \"(?:[^\"]+\" => \")?)[^\"]+")]
    private static partial Regex Named();

    /// <summary>In the sentences of faults.</summary>
    [GeneratedRegex(@"(?<=\((x5t) )[\w-]{27}(?=\))")]
    private static partial Regex Spoken();

    /// <summary>The products' own identifiers are no secret and always the same.</summary>
    [GeneratedRegex("(?!0000000)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")]
    private static partial Regex Identifier();

    [GeneratedRegex("(?<![\\w-])(?:[0-9A-F]{30,}|[0-9a-f]{33,})(?![\\w-])")]
    private static partial Regex Hexadecimal();
}
