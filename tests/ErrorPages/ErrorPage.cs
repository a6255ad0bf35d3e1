using System.Text;

namespace PartnerTrust.ErrorPages;

/// <summary>The page of one number. The plugin carries it and reads it by these headings.</summary>
internal static class ErrorPage
{
    public static string Of(CatalogueEntry entry)
    {
        var page = new StringBuilder($"# {entry.Number}\n\n{entry.Meaning}\n\n");
        page.Append(entry.IsWarning
            ? "**Warning**: it is told, and what was asked for goes on.\n"
            : "**Refusal**: it stops what was asked for.\n");
        Add(page, "How it comes about", entry.Cause);
        Add(page, "On a real server", entry.Seen);
        Add(page, "What to do", entry.Remedy);
        Add(page, "Also known as", string.Join("\n", entry.Signs.Select(sign => $"- {Code(sign)}")));
        Add(page, "The message", $"It reads as follows, with what varies in angle brackets, and numbers and times for example:\n\n> {CommentMarkdown.Prose(entry.Message, entry.Number)}");
        return page.Append("\n[All numbers](README.md)\n").ToString();
    }

    /// <summary>A sign as it is, also one with a back quote in it.</summary>
    public static string Code(string sign) => sign.Contains('`', StringComparison.Ordinal) ? $"`` {sign} ``" : $"`{sign}`";

    private static void Add(StringBuilder page, string heading, string text)
    {
        if (text.Length > 0)
        {
            page.Append("\n## ").Append(heading).Append("\n\n").Append(text).Append('\n');
        }
    }
}
