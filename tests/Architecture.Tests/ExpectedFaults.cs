using System.Text.RegularExpressions;

namespace PartnerTrust.Architecture.Tests;

/// <summary>The numbers of faults that tests expect: with which a literal of a test begins, or of a table that a test reads, or that lead a message
/// in a snapshot. What comments mention, and what tests deny, is not expected.</summary>
internal static partial class ExpectedFaults
{
    public static IEnumerable<string> InCode(string code) =>
        from line in code.Split('\n')
        let statement = Comment().Replace(line, "")
        where !Denial().IsMatch(statement)
        from match in Literal().Matches(statement)
        select match.Groups["number"].Value;

    public static IEnumerable<string> InSnapshot(string text) => Message().Matches(text).Select(match => match.Groups["number"].Value);

    /// <param name="files">The source files of one test project, by the name of the type in them.</param>
    /// <returns>The files that hold tests, and those with types that these mention, and so on.</returns>
    public static IReadOnlyCollection<string> ReadByTests(IReadOnlyDictionary<string, string> files)
    {
        var read = files.Where(file => Test().IsMatch(file.Value)).Select(file => file.Key).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<string>(read);
        while (open.TryDequeue(out var reader))
        {
            foreach (var type in Word().Matches(files[reader]).Select(word => word.Value).Where(files.ContainsKey).Where(read.Add))
            {
                open.Enqueue(type);
            }
        }

        return read;
    }

    [GeneratedRegex("(?<!:)//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"Assert\.(DoesNot|Not)")]
    private static partial Regex Denial();

    [GeneratedRegex("\"(?:[^\"]*: )?(?<number>PT[0-9]{4})\\b")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b(?<number>PT[0-9]{4}): \S")]
    private static partial Regex Message();

    [GeneratedRegex(@"\[(Skippable)?(Fact|Theory)\b")]
    private static partial Regex Test();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Word();
}
