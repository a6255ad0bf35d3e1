using System.Text;

namespace PartnerTrust.Reports.Markdown;

/// <summary>A table of GitHub's Markdown.</summary>
internal static class MarkdownTable
{
    /// <param name="text">Where it is written.</param>
    /// <param name="titles">Of its columns.</param>
    /// <param name="rows">Each with so many cells, which are Markdown.</param>
    public static void Write(StringBuilder text, string[] titles, IEnumerable<string[]> rows)
    {
        text.Append($"| {string.Join(" | ", titles)} |\n|{string.Concat(titles.Select(_ => " --- |"))}\n");
        foreach (var row in rows)
        {
            text.Append($"| {string.Join(" | ", row)} |\n");
        }

        text.Append('\n');
    }
}
