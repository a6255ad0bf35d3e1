using System.Text.RegularExpressions;

namespace PartnerTrust.Architecture.Tests;

/// <summary>What the documents name exists. (That the commands of the examples' READMEs work, the end-to-end tests show.)</summary>
public sealed partial class DocumentTests
{
    /// <summary>They are all made alike: one document of many pages.</summary>
    private const string PagesOfNumbers = "docs/errors/PT*.md";

    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(new[] { "docs", "examples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories)))
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
        .Select(Repository.Relative)
        .Where(file => !file.StartsWith("docs/errors/PT", StringComparison.Ordinal))
        .Append(PagesOfNumbers)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var broken = from file in Files(document)
                     from match in Link().Matches(File.ReadAllText(file))
                     let target = match.Groups["target"].Value.Split('#')
                     where !target[0].Contains("://", StringComparison.Ordinal)
                     let linked = target[0].Length == 0 ? file : Path.Combine(Path.GetDirectoryName(file)!, target[0])
                     where !Path.Exists(linked) || (target.Length > 1 && !Anchors(linked).Contains(target[1]))
                     select $"{Repository.Relative(file)}: {match.Value}";

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_and_folder_that_is_named_exists(string document)
    {
        var missing = from file in Files(document)
                      from match in SourcePath().Matches(File.ReadAllText(file))
                      let path = match.Groups["path"].Value
                      where !Path.Exists(Path.Combine(Repository.Root, path))
                      select $"{Repository.Relative(file)}: {path}";

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_target_that_is_to_be_made_is_one_of_the_makefile(string document)
    {
        var makefile = File.ReadAllText(Path.Combine(Repository.Root, "Makefile"));
        var targets = Target().Matches(makefile).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("build", targets);
        Assert.Empty(Files(document)
            .SelectMany(file => Make().Matches(File.ReadAllText(file)).Select(match => match.Groups["target"].Value))
            .Except(targets));
    }

    [Fact]
    public void The_pages_of_numbers_are_looked_at() => Assert.True(Files(PagesOfNumbers).Count() > 300);

    private static IEnumerable<string> Files(string document) => document == PagesOfNumbers
        ? Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "errors"), "PT*.md")
        : [Path.Combine(Repository.Root, document)];

    /// <summary>What a heading is linked to by: its letters and digits in lower case, with hyphens for blanks.</summary>
    private static IEnumerable<string> Anchors(string file) => File.ReadLines(file)
        .Where(line => line.StartsWith('#'))
        .Select(line => string.Concat(line.TrimStart('#', ' ').ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
            .Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(?:provider|tests|examples|\.ci)/[\w./-]*)`")]
    private static partial Regex SourcePath();

    [GeneratedRegex(@"(?:^|`)(?:\w+=\w+ )?make(?: -C \S+)? (?<target>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Make();

    [GeneratedRegex(@"^(?<name>[a-z]+):", RegexOptions.Multiline)]
    private static partial Regex Target();
}
