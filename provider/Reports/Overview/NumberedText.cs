using System.Text.RegularExpressions;

namespace PartnerTrust.Reports.Overview;

/// <summary>Text in which numbers of the catalogue may stand.</summary>
internal static partial class NumberedText
{
    /// <summary>The text in pieces, of which some are numbers.</summary>
    public static IEnumerable<(string Piece, bool IsNumber)> Pieces(string text)
    {
        var from = 0;
        foreach (Match match in Number().Matches(text))
        {
            yield return (text[from..match.Index], false);
            yield return (match.Value, true);
            from = match.Index + match.Length;
        }

        yield return (text[from..], false);
    }

    [GeneratedRegex("(?<![A-Za-z0-9])PT[0-9]{4}(?![A-Za-z0-9])")]
    private static partial Regex Number();
}
