using System.Text;
using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Tests.Remedies;
using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Plugin.Tests.StackFiles;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Reporting;

/// <summary><c>report</c> of what Pulumi writes into files: a stack's state, and what a preview makes of it.</summary>
public sealed class StackReportTests
{
    private const string Lync = RemedyProgram.Lync;
    private const string Exchange = RemedyProgram.Exchange;

    private const string Disabled =
        $$"""
        { server: {{Exchange}}, name: lync, enabled: false, authMetadataUrl: "${lync.url}", refreshTrigger: "${lync.fingerprint}",
          linkedAccount: { name: LyncEnterprise-ApplicationAccount } }
        """;

    [Fact]
    public async Task A_state_is_told_as_the_servers_themselves_are()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);

        var (servers, state) = (await JsonAsync(stack, "--data", stack.DataDirectory), await JsonAsync(stack, "--state", Write(stack.Export())));

        foreach (var told in new[] { "severity", "directions", "certificates", "findings", "servers", "rollovers" })
        {
            Assert.Equal(servers[told]!.ToString(), state[told]!.ToString());
        }

        Assert.True((bool)state["complete"]!);
    }

    [Fact]
    public async Task Every_form_is_written_of_a_state_and_names_the_file()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var file = Write(stack.Export());

        Assert.Contains($"the state in {file}", (await ReportAsync(stack, "--state", file)).Output, StringComparison.Ordinal);
        foreach (var form in new[] { "md", "mermaid", "svg", "ics" })
        {
            var run = await ReportAsync(stack, "--state", file, "--format", form);
            Assert.Equal((0, ""), (run.Code, run.Messages));
            Assert.NotEmpty(run.Output);
        }
    }

    [Fact]
    public async Task A_file_of_Windows_PowerShell_is_read_and_so_is_the_input()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var file = Write(stack.Export(), new UnicodeEncoding(bigEndian: false, byteOrderMark: true));

        var wide = await JsonAsync(stack, "--state", file);
        var piped = await CommandRun.OfAsync(["report", "--json", "--state", "-"], stack.Time, input: stack.Export());

        Assert.Equal("ok", (string?)wide["severity"]);
        Assert.Equal("the state in the input", (string?)JObject.Parse(piped.Output)["source"]);
    }

    [Fact]
    public async Task A_check_that_failed_the_last_time_is_under_no_green_line()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var state = JObject.Parse(stack.Export());
        var check = state["deployment"]!["resources"]!.Single(resource => ((string)resource["urn"]!).EndsWith("::check", StringComparison.Ordinal));
        check["outputs"]!["succeeded"] = false;
        check["outputs"]!["steps"] = new JArray(new JObject { ["name"] = "connect", ["succeeded"] = false, ["code"] = "PT3052" });

        var told = await JsonAsync(stack, "--state", Write(state.ToString()));

        Assert.Equal("critical", (string?)told["severity"]);
        var finding = Assert.Single(told["findings"]!, finding => (string?)finding["number"] == "PT6020");
        Assert.Equal("The check \"check\" failed when it was last made, at the step connect, by PT3052.", (string?)finding["found"]);
    }

    [Fact]
    public async Task What_the_state_does_not_tell_is_said_and_nothing_else_is_made_of_it()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy.Without("lyncOnExchange", "check"));

        var run = await ReportAsync(stack, "--state", Write(stack.Export()), "--format", "md");

        Assert.Contains($"- **not told**: Of {Exchange}: the stack declares none of its records.", run.Output, StringComparison.Ordinal);
        Assert.Contains("not all of it is told", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PT5085", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_preview_adds_both_directions()
    {
        await using var stack = new SituationStack(RemedyProgram.Healthy.ToString());
        var preview = FileStack.PreviewOf(await stack.PreviewAsync(), PreviewForm.WithOutputs);
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);

        var told = await JsonAsync(stack, "--after", Write(FileStack.WithSettings(preview, stack).Text));

        Assert.Equal(["added", "added"], told["directions"]!.Select(direction => (string)direction["change"]!));
        Assert.Equal(["cannot be told", "cannot be told"], told["directions"]!.Select(direction => (string)direction["after"]!["forUser"]!["verdict"]!));
        Assert.Contains("archiving to mailboxes", told["directions"]!.SelectMany(direction => direction["mayGain"]!).Select(gain => (string)gain!));
        Assert.StartsWith("2 directions will be set up, and it cannot be told whether they are accepted", (string?)told["headline"], StringComparison.Ordinal);
        Assert.Contains(told["untold"]!, sentence => ((string)sentence!).StartsWith($"Of {Lync}: which certificate the update binds", StringComparison.Ordinal));
        Assert.Equal("no trust is set up yet", (string?)told["before"]!["headline"]);
        Assert.Contains(told["proven"]!, sentence => ((string)sentence!).StartsWith("of 1 connectivity check, 1 would hold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_that_stops_a_direction_is_critical_and_says_what_users_lose()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var state = Write(stack.Export());
        stack.Rewrite(_ => RemedyProgram.Healthy.With("lyncOnExchange", Disabled).ToString());
        var preview = Write(FileStack.PreviewOf(await stack.PreviewAsync(), PreviewForm.WithOutputs).Text);

        var (run, told) = (await ReportAsync(stack, "--before", state, "--after", preview), await JsonAsync(stack, "--before", state, "--after", preview));

        Assert.Equal(0, run.Code);
        Assert.StartsWith("# What the change makes of the trust: critical\n\n1 direction will be refused that is accepted now", run.Output, StringComparison.Ordinal);
        Assert.Contains($"| ✗ | {Lync} | {Exchange} | accepted | refused ([PT5085](", run.Output, StringComparison.Ordinal);
        Assert.Contains("enabled: yes before, no afterwards", run.Output, StringComparison.Ordinal);
        Assert.Contains("```mermaid\nflowchart LR\n", run.Output, StringComparison.Ordinal);
        var lost = told["directions"]!.Single(direction => (string?)direction["from"] == Lync)["losses"]!.Select(loss => (string)loss!);
        Assert.Contains("conversation history", lost);
        Assert.Empty(told["untold"]!);
    }

    [Fact]
    public async Task A_preview_that_changes_nothing_says_so()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var preview = Write(FileStack.PreviewOf(await stack.PreviewAsync(), PreviewForm.WithOutputs).Text);

        var run = await ReportAsync(stack, "--before", Write(stack.Export()), "--after", preview);

        Assert.StartsWith("# What the change makes of the trust: ok\n\nNothing of the trust changes.\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("## Records", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--before FILE", "--before needs --after beside it")]
    [InlineData("--after FILE --stack dev", "--after and --stack name two places")]
    [InlineData("--after FILE --state FILE", "--after and --state name two places")]
    [InlineData("--after FILE --format ics", "With --after, --format takes md, mermaid or json, not \"ics\".")]
    [InlineData("--state FILE --data .", "--data and --state name two places")]
    [InlineData("--state nowhere.json", "nowhere.json")]
    [InlineData("--state FILE", "it is not what \"pulumi stack export\" writes")]
    [InlineData("--after FILE", "it is not what \"pulumi preview --json\" writes")]
    public async Task Mistakes_are_named(string options, string told)
    {
        var file = Write("no JSON");

        var run = await CommandRun.OfAsync(["report", .. options.Replace("FILE", file, StringComparison.Ordinal).Split(' ')], TimeProvider.System);

        Assert.NotEqual(ExitCodes.Well, run.Code);
        Assert.Equal("", run.Output);
        Assert.Contains(told, run.Messages, StringComparison.Ordinal);
    }

    /// <summary>Two providers of one stack may know the same servers, each administering one.</summary>
    [Fact]
    public async Task Two_providers_that_name_the_same_servers_are_one_trust()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var state = JObject.Parse(stack.Export());
        var resources = (JArray)state["deployment"]!["resources"]!;
        var other = resources.First(resource => (string?)resource["type"] == "pulumi:providers:partnertrust").DeepClone();
        other["urn"] = "urn:pulumi:dev::remedies::pulumi:providers:partnertrust::second";
        resources.Insert(0, other);
        foreach (var one in resources.Where(resource => (string?)resource["inputs"]?["server"] == Exchange))
        {
            one["provider"] = $"{other["urn"]}::{other["id"]}";
        }

        var (whole, alone) = (await JsonAsync(stack, "--state", Write(state.ToString())), await JsonAsync(stack, "--state", Write(stack.Export())));

        Assert.Equal(alone["directions"]!.ToString(), whole["directions"]!.ToString());
        Assert.True((bool)whole["complete"]!, whole["untold"]!.ToString());
    }

    private static string Write(string text, Encoding? encoding = null)
    {
        var file = Path.Combine(Folders.Make("files"), "file.json");
        File.WriteAllText(file, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return file;
    }

    private static async Task<JObject> JsonAsync(SituationStack stack, params string[] options)
    {
        var run = await ReportAsync(stack, ["--json", .. options]);
        Assert.True(run.Code == 0, run.Messages);
        return JObject.Parse(run.Output);
    }

    private static Task<CommandRun> ReportAsync(SituationStack stack, params string[] options) => CommandRun.OfAsync(["report", .. options], stack.Time);
}
