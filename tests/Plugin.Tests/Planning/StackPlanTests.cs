using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Plugin.Commands.Planning;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Planning;

/// <summary>A plan holds what the update then runs, call by call.</summary>
public sealed partial class StackPlanTests
{
    [SkippableFact]
    public async Task A_plan_holds_the_calls_of_the_update_in_order()
    {
        await using var stack = new DeployedStack(EngineKind.PowerShell);

        await AgreeAsync(stack, StackPrograms.Whole(Programs.LyncPartner()));
        await AgreeAsync(stack, StackPrograms.Whole(Programs.LyncPartner()
            .Set("linkedAccount", PropertyMap.Of(("name", "LyncEnterprise-ApplicationAccount"), ("roles", ListValue.Of(["UserApplication"]))))
            .Set("acceptSecurityIdentifierInformation", false)));
        await AgreeAsync(stack, StackPrograms.Whole(null));
        Assert.Empty(await AgreeAsync(stack, StackPrograms.Whole(null)));
    }

    [SkippableFact]
    public async Task A_plan_ends_with_what_is_deleted_and_says_what_is_left()
    {
        await using var stack = new DeployedStack(EngineKind.PowerShell);
        Assert.True((await stack.UpAsync(StackPrograms.Whole(Programs.LyncPartner()))).Succeeded, stack.Output);
        var planned = await stack.PlanAsync(_ => Task.CompletedTask);
        Changes(stack);

        var calls = await AgreeAsync(stack, _ => Task.CompletedTask, inAnyOrder: true);

        Assert.Contains($"# Preview: after this update {PluginUnderTest.Lync} can no longer call {PluginUnderTest.Exchange}.", planned.Text, StringComparison.Ordinal);

        Assert.Contains(calls, call => call.StartsWith("Remove-PartnerApplication", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.StartsWith("Remove-CsPartnerApplication", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.StartsWith("Set-CsOAuthConfiguration", StringComparison.Ordinal));
        var again = (await stack.PlanAsync(_ => Task.CompletedTask)).Text;
        Assert.Contains("Nothing is to be done.", again, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_plan_runs_reads_alone()
    {
        await using var stack = new DeployedStack(EngineKind.PowerShell);

        var planned = await stack.PlanAsync(StackPrograms.Whole(Programs.LyncPartner()));

        Assert.True(planned.Succeeded, planned.Text);
        Assert.Empty(Changes(stack));
        Assert.Contains("[thumbprint of the certificate that the update generates]", planned.Text, StringComparison.Ordinal);
        Assert.Contains("-Password '***'", planned.Text, StringComparison.Ordinal);
        Assert.Contains("# AuthMetadataEndpoint \"endpoint-lync\" (create): runs no cmdlet", planned.Text, StringComparison.Ordinal);
        AssertTold(planned);
    }

    [SkippableFact]
    public async Task What_is_not_known_yet_or_would_be_refused_stands_in_the_plan_as_a_comment()
    {
        await using var stack = new DeployedStack(EngineKind.PowerShell);

        var planned = await stack.PlanAsync(async program =>
        {
            await StackPrograms.DeclareAsync(program, "CertificateBinding", "cert-lync", Programs.Certificate(PluginUnderTest.Lync));
            await StackPrograms.DeclareAsync(program, "PartnerApplication", "unknown", Programs.LyncPartner().Set("authMetadataUrl", UnknownValue.Text));
            await StackPrograms.DeclareAsync(
                program, "PartnerApplication", "refused", Programs.LyncPartner().Set("authMetadataUrl", "https://nobody.invalid/metadata/json/1"));
        });

        Assert.Contains("depends on what other resources will be (authMetadataUrl)", planned.Text, StringComparison.Ordinal);
        Assert.Matches(@"# PartnerApplication ""refused"" \(create\): runs no cmdlet\r?\n# \[?PT\d{4}", planned.Text);
    }

    /// <summary>For programs the same, in the same order.</summary>
    private static void AssertTold(StackPlan.Planned planned)
    {
        var json = JObject.Parse(PlanJson.Write(planned));
        var cmdlets = json.SelectTokens("$.steps[*].cmdlets[*].text").Select(text => (string)text!);
        Assert.Equal(planned.Text.Split(Environment.NewLine).Where(line => line.Length > 0 && line[0] != '#'), cmdlets);
        Assert.Equal((1, true), ((int)json["version"]!, (bool)json["succeeded"]!));
        Assert.Equal(
            planned.Text.Split(Environment.NewLine).Count(line => line.Contains(" (create)", StringComparison.Ordinal)),
            json["steps"]!.Count(step => (string?)step["operation"] == "create" && ((string)step["type"]!).StartsWith("partnertrust:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_embedded_engine_runs_no_cmdlets_and_the_plan_says_so()
    {
        await using var stack = new DeployedStack();

        var planned = await stack.PlanAsync(StackPrograms.Whole(Programs.LyncPartner()));

        Assert.Contains("# The engine \"embedded\" runs no cmdlets", planned.Text, StringComparison.Ordinal);
        Assert.Empty(CallsIn(planned.Text));
    }

    /// <summary>Plans, updates, and compares; returns what was run. Deletions that do not depend on one another run side by side.</summary>
    private static async Task<IReadOnlyList<string>> AgreeAsync(DeployedStack stack, Func<TestStack, Task> program, bool inAnyOrder = false)
    {
        var planned = await stack.PlanAsync(program);
        Assert.True(planned.Succeeded, planned.Text + string.Join('\n', planned.Problems));
        Assert.Empty(Changes(stack));

        Assert.True((await stack.UpAsync(program)).Succeeded, stack.Output);

        var (promised, ran) = (CallsIn(planned.Text).ToList(), Changes(stack));
        Assert.Equal(Ordered(ran), Ordered(promised));
        return ran;

        List<string> Ordered(List<string> calls) => inAnyOrder ? [.. calls.Order(StringComparer.Ordinal)] : calls;
    }

    private static IEnumerable<string> CallsIn(string plan) =>
        plan.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Comparable);

    /// <summary>The calls since the last time that are more than reads, as a plan shows them.</summary>
    private static List<string> Changes(DeployedStack stack) =>
    [
        .. ((CmdletServers)stack.Servers!).TakeCalls()
            .Where(run => !run.Call.Cmdlet.StartsWith("Get-", StringComparison.Ordinal) && !StackPrograms.IsOpening(run.Call.Cmdlet))
            .Select(run => Comparable(CallText.Of(run.Call))),
    ];

    /// <summary>Without what nobody knows before: thumbprints, sizes and the moment.</summary>
    private static string Comparable(string call) =>
        Thumbprint().Replace(Moment().Replace(Size().Replace(call, "n bytes"), "[moment]"), "[thumbprint]");

    [GeneratedRegex(@"'?(\b[0-9A-F]{40}\b|\[thumbprint of [^\]]*\])'?")]
    private static partial Regex Thumbprint();

    [GeneratedRegex(@"\[datetime\]'[^']*'")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\d+ bytes")]
    private static partial Regex Size();
}
