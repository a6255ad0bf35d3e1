using System.Globalization;
using System.Text;
using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Mermaid;

/// <summary>Text within the quotation marks of a Mermaid label. What may mean something to Mermaid, or to HTML, which labels become, is written as
/// its entity codes: <c>#</c>, the character's number, <c>;</c>.</summary>
internal static class MermaidText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in PlainText.RunesOf(PlainText.OneLine(text)))
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or '-' or '(' or ')' or '/' or '!' or '?' or '✓' or '✗')
            {
                escaped.Append(rune);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return escaped.ToString();
    }
}
