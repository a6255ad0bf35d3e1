using System.Text;

namespace PartnerTrust.Reports.Writing;

/// <summary>Text from outside as it may stand in any form of a report.</summary>
internal static class PlainText
{
    /// <summary>The characters of a text. What is none (half a surrogate pair), what XML does not know (controls), and what turns round the text
    /// after it (overriding marks of direction) becomes U+FFFD, so that it is seen that something was there.</summary>
    public static IEnumerable<Rune> RunesOf(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            yield return IsShown(rune.Value) ? rune : Rune.ReplacementChar;
        }
    }

    /// <summary>The same on one line.</summary>
    public static string OneLine(string text) =>
        string.Concat(RunesOf(text.ReplaceLineEndings(" ")).Select(rune => rune.Value is '\t' ? " " : rune.ToString()));

    private static bool IsShown(int value) => value switch
    {
        '\t' or '\n' or '\r' => true,
        < 0x20 or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => false,
        _ => value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)),
    };
}
