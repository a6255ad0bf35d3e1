using System.Text.RegularExpressions;

namespace PartnerTrust.EndToEnd.Tests.Transcripts;

/// <summary>An answer as a page shows it.</summary>
internal sealed class AnswerForm(string shown)
{
    private const string Anything = "…";

    private readonly string[] lines = [.. shown.TrimEnd().Split('\n').Select(line => line.TrimEnd())];

    /// <summary>The first line of the form that the answer does not have in its place; null where all of the answer has it.</summary>
    public string? FirstBroken(string answer)
    {
        var given = string.Concat(answer.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd() + "\n"));
        return Fits(lines.Length, given, "$")
            ? null
            : Array.Find(lines, line => !Fits(Array.IndexOf(lines, line) + 1, given, "")) ?? "(the end)";
    }

    private bool Fits(int count, string answer, string end) =>
        Regex.IsMatch(answer, $@"\A{string.Concat(lines.Take(count).Select(PatternOf))}{end}", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static string PatternOf(string line) => line.Trim() == Anything
        ? "(?:.*\n)*?"
        : Regex.Escape(line).Replace(Anything, ".*", StringComparison.Ordinal) + "\n";
}
