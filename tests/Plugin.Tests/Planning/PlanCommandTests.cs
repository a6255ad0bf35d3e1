using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Planning;

/// <summary><c>plan</c> as people type it, with a program in the place of the CLI.</summary>
public sealed class PlanCommandTests : IDisposable
{
    private readonly string folder = Folders.Make("plan");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task The_cli_previews_in_the_project_with_this_process_as_the_provider()
    {
        var cli = Cli("""
            echo "$PWD $PULUMI_DEBUG_PROVIDERS $*" > asked
            echo "warning: something" >&2
            echo '{"steps": [{"op": "create", "urn": "urn:pulumi:dev::p::aws:s3/bucket:Bucket::b"}]}'
            """);

        var run = await CommandRun.OfAsync(["plan", "--cwd", folder, "--pulumi", cli, "--stack", "dev", "--", "--refresh"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("# Nothing is to be done.", run.Output, StringComparison.Ordinal);
        Assert.Contains("warning: something", run.Messages, StringComparison.Ordinal);
        Assert.Matches(
            $"^{folder} partnertrust:[0-9]+ preview --json --show-replacement-steps --non-interactive --stack dev --refresh\n$",
            await File.ReadAllTextAsync(Path.Combine(folder, "asked")));
    }

    [SkippableFact]
    public async Task A_preview_that_fails_is_told_and_fails_the_plan()
    {
        var cli = Cli("""echo '{"diagnostics": [{"severity": "error", "message": "no stack selected"}]}'; exit 255""");

        var run = await CommandRun.OfAsync(["plan", "--cwd", folder, "--pulumi", cli]);

        var told = await CommandRun.OfAsync(["plan", "--json", "--cwd", folder, "--pulumi", cli]);

        Assert.Equal(3, run.Code);
        Assert.Contains("no stack selected", run.Messages, StringComparison.Ordinal);
        Assert.Equal(3, told.Code);
        var json = JObject.Parse(told.Output);
        Assert.Equal((false, "no stack selected"), ((bool)json["succeeded"]!, (string?)Assert.Single(json["problems"]!)));
        Assert.Empty(json["steps"]!);
    }

    [SkippableTheory]
    [InlineData("echo 'error: no Pulumi.yaml project file found' >&2; exit 255")]
    [InlineData("echo nothing")]
    [InlineData("echo '[{}]'")]
    [InlineData("echo '{\"steps\": '")]
    public async Task A_preview_without_a_digest_is_refused_by_its_number(string body)
    {
        var run = await CommandRun.OfAsync(["plan", "--cwd", folder, "--pulumi", Cli(body)]);

        Assert.Equal((4, ""), (run.Code, run.Output));
        Assert.Contains("PT8013", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-pulumi", ".")]
    [InlineData("pulumi", "no/such/folder")]
    public async Task A_cli_that_cannot_be_started_is_refused_by_its_number(string cli, string directory)
    {
        var run = await CommandRun.OfAsync(["plan", "--cwd", Path.Combine(folder, directory), "--pulumi", cli]);

        Assert.Equal(4, run.Code);
        Assert.Contains("PT8012", run.Messages, StringComparison.Ordinal);
    }

    private string Cli(string body)
    {
        Skip.If(OperatingSystem.IsWindows(), "the program is a shell script");
        var path = Path.Combine(folder, "pulumi");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
