using System.Text.RegularExpressions;

namespace PartnerTrust.Reports.Overview;

/// <summary>Where each number is explained.</summary>
public static partial class ErrorPages
{
    /// <summary>The repository that <c>schema.json</c> names.</summary>
    public const string Repository = "https://github.com/pulumi-partnertrust/pulumi-partnertrust";

    /// <summary>The page of a number.</summary>
    /// <param name="number">Such as <c>PT5025</c>.</param>
    public static string AddressOf(string number) => $"{Repository}/blob/main/docs/errors/{number}.md";

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
