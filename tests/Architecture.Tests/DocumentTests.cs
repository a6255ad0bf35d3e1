using System.Text.RegularExpressions;

namespace PartnerTrust.Architecture.Tests;

/// <summary>What the documents name exists. (That the commands of the examples' READMEs work, the end-to-end tests show.)</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples"), "*.md", SearchOption.AllDirectories))
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
        .Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;

        var broken = from match in Link().Matches(Text(document))
                     let target = match.Groups["target"].Value.Split('#')[0]
                     where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                     where !Path.Exists(Path.Combine(folder, target))
                     select target;

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_and_folder_that_is_named_exists(string document)
    {
        var missing = from match in SourcePath().Matches(Text(document))
                      let path = match.Groups["path"].Value
                      where !Path.Exists(Path.Combine(Repository.Root, path))
                      select path;

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_target_that_is_to_be_made_is_one_of_the_makefile(string document)
    {
        var targets = Target().Matches(Text("Makefile")).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("build", targets);
        Assert.Empty(Make().Matches(Text(document)).Select(match => match.Groups["target"].Value).Except(targets));
    }

    private static string Text(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(?:provider|tests|examples|\.ci)/[\w./-]*)`")]
    private static partial Regex SourcePath();

    [GeneratedRegex(@"(?:^|`)(?:\w+=\w+ )?make(?: -C \S+)? (?<target>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Make();

    [GeneratedRegex(@"^(?<name>[a-z]+):", RegexOptions.Multiline)]
    private static partial Regex Target();
}
