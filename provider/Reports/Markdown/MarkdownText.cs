using System.Text;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Reports.Markdown;

/// <summary>Text from outside within a line of Markdown, or a cell of a table, as GitHub reads it.</summary>
internal static class MarkdownText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in PlainText.RunesOf(PlainText.OneLine(text)))
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' or '$' => escaped.Append('\\').Append(rune),
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    /// <summary>The same, each number with a link to its explanation.</summary>
    public static string Linked(string text) => string.Concat(
        NumberedText.Pieces(text).Select(piece => piece.IsNumber ? $"[{piece.Piece}]({FaultPage.AddressOf(piece.Piece).AbsoluteUri})" : Escape(piece.Piece)));
}
