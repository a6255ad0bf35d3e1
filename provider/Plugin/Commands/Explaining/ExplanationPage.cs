using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>Reads the page of a number, in the form in which <c>make docs</c> writes it.</summary>
internal static class ExplanationPage
{
    private const string Heading = "## ";
    private const string Fence = "```";

    public static Explanation Read(string page)
    {
        var sections = Sections(page);
        var (number, meaning, kind) = Head(sections[""]);
        return new Explanation(
            number,
            meaning,
            kind.StartsWith("**Warning**", StringComparison.Ordinal),
            Text(sections, "How it comes about"),
            Text(sections, "On a real server"),
            Text(sections, "What to do"),
            [.. Signs(sections.GetValueOrDefault("Also known as") ?? [])]);
    }

    private static (string Number, string Meaning, string Kind) Head(List<string> lines) =>
        lines.Where(line => line.Length > 0).ToList() is [['#', ' ', .. var number], var meaning, var kind]
            ? (number, meaning, kind)
            : throw new InvalidDataException("A page begins with a number, its meaning and its kind.");

    private static string Text(Dictionary<string, List<string>> sections, string heading) =>
        string.Join('\n', sections.GetValueOrDefault(heading) ?? []).Trim('\n');

    private static IEnumerable<Sign> Signs(List<string> lines) => lines
        .Where(line => line.StartsWith("- `", StringComparison.Ordinal))
        .Select(line => new Sign(line[2..].Trim('`').Trim()));

    /// <summary>The lines below each heading; what comes before the first is below none.</summary>
    private static Dictionary<string, List<string>> Sections(string page)
    {
        var current = new List<string>();
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal) { [""] = current };
        var isCode = false;
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            isCode ^= line.TrimStart().StartsWith(Fence, StringComparison.Ordinal);
            if (!isCode && line.StartsWith(Heading, StringComparison.Ordinal))
            {
                sections[line[Heading.Length..]] = current = [];
            }
            else
            {
                current.Add(line);
            }
        }

        return sections;
    }
}
