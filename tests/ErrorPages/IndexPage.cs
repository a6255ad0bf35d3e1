using System.Collections.Immutable;
using System.Text;

namespace PartnerTrust.ErrorPages;

/// <summary>The page that lists all numbers.</summary>
internal static class IndexPage
{
    private const string Introduction = """
        # Messages

        Every refusal and warning has a number and a page: what it means, how it comes about, how it is seen on a real server, what to do.
        The plugin carries the same text, and needs no network to tell it:

        ```sh
        pulumi-resource-partnertrust explain PT5025
        pulumi-resource-partnertrust explain 2000003
        pulumi-resource-partnertrust explain 'error_category="invalid_signature"'
        pulumi-resource-partnertrust explain event 1003
        pulumi up 2>&1 | pulumi-resource-partnertrust explain -
        ```

        It takes numbers, [what servers say](#what-servers-say), and whole pasted messages. The exit code is 0 where something was found and 2 where not.
        `--json` answers in a form for programs; `seen` is left out where no server shows anything, and texts are Markdown:

        ```json
        {
          "version": 1,
          "explanations": [
            {
              "number": "PT5025", "meaning": "…", "kind": "refusal", "cause": "…", "seen": "…", "remedy": "…",
              "signs": ["error_category=\"invalid_signature\""], "page": "https://…"
            }
          ],
          "seeAlso": [{ "number": "PT5028", "meaning": "…" }],
          "unknown": [{ "number": "PT5999", "nearest": ["PT5090"] }],
          "notes": ["…"]
        }
        ```

        `kind` is `refusal` or `warning`. `seeAlso` is what fits less well, `unknown` the numbers that do not exist, and `notes` what is said of codes that no
        document explains.

        """;

    public static string Of(ImmutableArray<CatalogueEntry> entries)
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var range in NumberRange.All)
        {
            page.Append("\n## ").Append(range.Prefix).Append("xxx: ").Append(range.Subject).Append("\n\n| Number | Meaning | Kind |\n|---|---|---|\n");
            foreach (var entry in entries.Where(entry => entry.Number.StartsWith(range.Prefix, StringComparison.Ordinal)))
            {
                page.Append("| ").Append(LinkTo(entry)).Append(" | ").Append(Cell(entry.Meaning)).Append(" | ")
                    .Append(entry.IsWarning ? "warning" : "refusal").Append(" |\n");
            }
        }

        AddSigns(page, entries);
        return page.ToString();
    }

    private static void AddSigns(StringBuilder page, ImmutableArray<CatalogueEntry> entries)
    {
        page.Append("\n## What servers say\n\n| Code, category, event or text | Numbers |\n|---|---|\n");
        var signs = entries.SelectMany(entry => entry.Signs.Select(sign => (Sign: sign, Entry: entry)))
            .GroupBy(pair => pair.Sign, pair => pair.Entry, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var sign in signs)
        {
            page.Append("| ").Append(Cell(ErrorPage.Code(sign.Key))).Append(" | ").AppendJoin(", ", sign.Select(LinkTo)).Append(" |\n");
        }
    }

    private static string LinkTo(CatalogueEntry entry) => $"[{entry.Number}]({entry.Number}.md)";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
