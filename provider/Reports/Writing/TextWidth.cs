using System.Text;

namespace PartnerTrust.Reports.Writing;

/// <summary>How wide text will be, without knowing the font: never less than in those that browsers draw with.</summary>
internal static class TextWidth
{
    /// <summary>In units of a font of that size.</summary>
    public static double Of(string text, double size, bool isBold = false) =>
        text.EnumerateRunes().Sum(Of) * size * (isBold ? 1.12 : 1);

    /// <summary>In lines that are no wider, broken at blanks, else after dots and hyphens, else anywhere.</summary>
    public static IEnumerable<string> Lines(string text, double width, double size, bool isBold = false)
    {
        var line = "";
        foreach (var piece in Pieces(text).SelectMany(piece => Fitting(piece, width, size, isBold)))
        {
            if (line.Length > 0 && Of((line + piece).TrimEnd(), size, isBold) > width)
            {
                yield return line.TrimEnd();
                line = "";
            }

            line += piece;
        }

        if (line.Trim().Length > 0)
        {
            yield return line.TrimEnd();
        }
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or '.' or '-')
            {
                yield return text[from..(i + 1)];
                from = i + 1;
            }
        }

        yield return text[from..];
    }

    private static IEnumerable<string> Fitting(string piece, double width, double size, bool isBold)
    {
        var part = new StringBuilder();
        foreach (var rune in piece.EnumerateRunes())
        {
            if (part.Length > 0 && Of(part.ToString() + rune, size, isBold) > width)
            {
                yield return part.ToString();
                part.Clear();
            }

            part.Append(rune);
        }

        yield return part.ToString();
    }

    private static double Of(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.34,
        'f' or 't' or 'r' or '-' or '/' or '"' or '(' or ')' or '[' or ']' => 0.43,
        's' or 'c' or 'k' or 'v' or 'x' or 'y' or 'z' => 0.6,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '&' => 1.02,
        >= 'A' and <= 'Z' => 0.76,
        < 0x250 => 0.64,
        < 0x1100 => 0.85,
        _ => 1.1,
    };
}
