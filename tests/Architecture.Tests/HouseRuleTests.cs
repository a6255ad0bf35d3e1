using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerTrust.Architecture.Tests;

/// <summary>What keeps the house readable.</summary>
public sealed partial class HouseRuleTests
{
    /// <summary>Every message with made-up values: no test has met them.</summary>
    private const string SampledMessages = "CatalogueTests.Every_message_reads_as_before";

    /// <summary>What asks for explanations of numbers meets none of them.</summary>
    private const string Explanations = "/Explaining/";

    private static readonly string[] TopLevel =
    [
        ".ci", ".config", ".devcontainer", ".editorconfig", ".git", ".gitattributes", ".github", ".gitignore", "BannedSymbols.txt", "CHANGELOG.md",
        "CONTRIBUTING.md", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "LICENSE", "Makefile", "PartnerTrust.slnx",
        "README.md", "docs", "examples", "global.json", "provider", "schema.json", "tests",
    ];

    // What builds make, and what belongs to a machine or its owner.
    private static readonly string[] Ignored = ["artifacts", "bin", ".vs", ".vscode", ".idea", "TestResults", "nuget.config", "NuGet.Config"];

    [Fact]
    public void The_top_level_holds_only_the_rooms_and_what_tools_want_there()
    {
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)!);

        Assert.Empty(entries.Except(TopLevel).Except(Ignored));
    }

    [Fact]
    public void Hand_written_product_files_stay_under_four_hundred_lines()
    {
        var offenders = Repository.SourceFiles("provider", "examples")
            .Where(file => !IsGenerated(file) && File.ReadLines(file).Count() > 400)
            .Select(Repository.Relative);

        Assert.Empty(offenders);
    }

    /// <summary>A text stays in one piece, so that whoever is shown it finds it here.</summary>
    [Fact]
    public void Lines_are_as_wide_as_the_editorconfig_says_but_for_texts()
    {
        var settings = File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig"));
        var width = int.Parse(Width().Match(settings).Groups["width"].Value, CultureInfo.InvariantCulture);

        var offenders = from file in Repository.SourceFiles("provider", "tests", "examples")
                        where !IsGenerated(file)
                        from line in CodeLines.Of(file)
                        where line.Code.Length > width
                        select $"{Repository.Relative(file)}({line.Number})";

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_type_is_named_after_having_no_idea()
    {
        var offenders = from file in Repository.SourceFiles("provider", "tests", "examples")
                        where !IsGenerated(file)
                        let name = Path.GetFileNameWithoutExtension(file)
                        where name.EndsWith("Utils", StringComparison.Ordinal) || name.EndsWith("Helper", StringComparison.Ordinal)
                            || name.EndsWith("Helpers", StringComparison.Ordinal) || name.EndsWith("Manager", StringComparison.Ordinal)
                        select Repository.Relative(file);

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_file_is_folded_into_regions()
    {
        var offenders = Repository.SourceFiles("provider", "tests", "examples")
            .Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)))
            .Select(Repository.Relative);

        Assert.Empty(offenders);
    }

    [Fact]
    public void Every_fault_number_is_expected_by_a_test()
    {
        var inCode = from project in Repository.TestProjects()
                     let files = Repository.SourceFiles(project, "tests/Testing")
                         .Where(file => !file.Contains(Explanations, StringComparison.Ordinal))
                         .GroupBy(file => Path.GetFileNameWithoutExtension(file))
                         .ToDictionary(type => type.Key, type => string.Concat(type.Select(File.ReadAllText)), StringComparer.Ordinal)
                     from name in ExpectedFaults.ReadByTests(files)
                     from number in ExpectedFaults.InCode(files[name])
                     select number;
        var inSnapshots = Repository.Snapshots()
            .Where(file => !new[] { SampledMessages, Explanations }.Any(text => file.Contains(text, StringComparison.Ordinal)))
            .SelectMany(file => ExpectedFaults.InSnapshot(File.ReadAllText(file)));

        Assert.Empty(FaultNumbers().Except(inCode.Concat(inSnapshots)));
    }

    [Fact]
    public void Every_fault_number_is_made_in_one_place_and_explained_on_a_page_that_is_listed()
    {
        var numbers = FaultNumbers();
        var pages = Path.Combine(Repository.Root, "docs", "errors");
        var list = File.ReadAllText(Path.Combine(pages, "README.md"));

        var madeTwice = numbers.GroupBy(number => number).Where(group => group.Count() > 1).Select(group => group.Key);
        var unlisted = from number in numbers where !list.Contains($"| [{number}]({number}.md) | ", StringComparison.Ordinal) select number;
        var explained = from page in Directory.EnumerateFiles(pages, "PT*.md")
                        let number = Path.GetFileNameWithoutExtension(page)
                        where File.ReadLines(page).First() == $"# {number}"
                        select number;

        var madeElsewhere = from file in Repository.SourceFiles("provider")
                            where !Repository.Relative(file).StartsWith("provider/Trust/Faults/", StringComparison.Ordinal)
                            where File.ReadAllText(file).Contains("new Fault(", StringComparison.Ordinal)
                            select Repository.Relative(file);

        Assert.Empty(madeTwice);
        Assert.Empty(madeElsewhere);
        Assert.Empty(unlisted);
        Assert.Equal(numbers.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> FaultNumbers() =>
    [
        .. Repository.SourceFiles("provider/Trust/Faults")
            .SelectMany(file => FaultNumber().Matches(string.Concat(File.ReadLines(file).Select(line => line.Split("//", 2)[0] + "\n"))))
            .Select(match => match.Value.Trim('"')),
    ];

    private static bool IsGenerated(string file) =>
        File.ReadLines(file).Take(3).Any(line => line.Contains("this file was generated", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^max_line_length = (?<width>\d+)$", RegexOptions.Multiline)]
    private static partial Regex Width();

    [GeneratedRegex("\"PT[0-9]{4}\"")]
    private static partial Regex FaultNumber();
}
