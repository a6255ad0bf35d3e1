using Newtonsoft.Json.Linq;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Plugin.Tests.Remedies;
using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Reporting;

/// <summary><c>status</c> of emulated servers: what it says is so, in whichever form it says it.</summary>
public sealed class StatusCommandTests
{
    private const string Lync = RemedyProgram.Lync;
    private const string Exchange = RemedyProgram.Exchange;

    [Fact]
    public async Task A_sound_trust_is_well_in_every_form()
    {
        await using var stack = await UpAsync(RemedyProgram.Healthy);

        var text = await StatusAsync(stack);
        var nagios = await StatusAsync(stack, "--format", "nagios");
        var metrics = await StatusAsync(stack, "--format", "prometheus");
        var json = await StatusAsync(stack, "--json");

        Assert.Equal((0, 0, 0, 0), (text.Code, nagios.Code, metrics.Code, json.Code));
        Assert.StartsWith("OK: all 2 directions are accepted", text.Output, StringComparison.Ordinal);
        Assert.StartsWith("TRUST OK - all 2 directions are accepted", nagios.Output, StringComparison.Ordinal);
        Assert.Contains(Accepted(1), metrics.Output, StringComparison.Ordinal);
        var told = JObject.Parse(json.Output);
        Assert.Equal((1, "ok", true), ((int)told["version"]!, (string)told["severity"]!, (bool)told["complete"]!));
        Assert.All(told["directions"]!, direction => Assert.Equal("accepted", (string)direction["forUser"]!["verdict"]!));
    }

    [Fact]
    public async Task A_key_that_the_partner_has_not_heard_of_is_critical_in_every_form()
    {
        await using var stack = await UpAsync(RemedyProgram.Healthy);
        await stack.LabAsync("roll", "--server", Lync);

        var text = await StatusAsync(stack);
        var nagios = await StatusAsync(stack, "--format", "nagios");
        var metrics = await StatusAsync(stack, "--format", "prometheus");
        var json = await StatusAsync(stack, "--format", "json");

        Assert.Equal((3, 2, 3, 3), (text.Code, nagios.Code, metrics.Code, json.Code));
        Assert.StartsWith("CRITICAL: 1 of 2 directions is refused", text.Output, StringComparison.Ordinal);
        Assert.Contains($"{Lync} -> {Exchange}: refused at signingKey by PT5025", text.Output, StringComparison.Ordinal);
        Assert.Contains("    Remedy: ", text.Output, StringComparison.Ordinal);
        Assert.StartsWith("TRUST CRITICAL - ", nagios.Output, StringComparison.Ordinal);
        Assert.Contains(Accepted(0), metrics.Output, StringComparison.Ordinal);
        Assert.Contains("PT5025", JObject.Parse(json.Output)["findings"]!.Select(finding => (string)finding["number"]!));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_server_that_was_told_to_fail_is_never_well(HostFaultKind kind)
    {
        await using var stack = await UpAsync(RemedyProgram.Healthy);
        await stack.LabAsync("fault", "--server", Exchange, kind.ToString(), kind is HostFaultKind.Slow ? "1" : "600");

        var status = await StatusAsync(stack);

        Assert.Contains($"PT7043 on {Exchange}", status.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, status.Code);
        Assert.False(status.Output.StartsWith("OK", StringComparison.Ordinal));
    }

    public static TheoryData<HostFaultKind> Kinds => [HostFaultKind.Slow, HostFaultKind.NotFound, HostFaultKind.ReplicationStuck];

    [Theory]
    [InlineData(HostFaultKind.ExpiredTls, "PT3052")]
    [InlineData(HostFaultKind.OAuthDisabled, "PT6003")]
    [InlineData(HostFaultKind.Html, "PT3005")]
    public async Task What_the_records_do_not_show_is_seen_from_outside(HostFaultKind kind, string number)
    {
        await using var stack = await UpAsync(RemedyProgram.Healthy);
        await stack.LabAsync("fault", "--server", Exchange, kind.ToString());

        var status = await StatusAsync(stack);

        Assert.Equal(3, status.Code);
        Assert.StartsWith("CRITICAL", status.Output, StringComparison.Ordinal);
        Assert.Contains($"critical  {number} on {Exchange}", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_near_its_end_is_told_as_early_as_is_asked_for()
    {
        await using var stack = await UpAsync(
            RemedyProgram.Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: { validityDays: 400 } } }"""));
        await stack.WaitAsync(TimeSpan.FromDays(355));

        Assert.Equal(1, (await StatusAsync(stack)).Code);
        Assert.Equal(0, (await StatusAsync(stack, "--warn", "30d")).Code);
        Assert.Equal(3, (await StatusAsync(stack, "--crit", "50d")).Code);
    }

    [Fact]
    public async Task A_data_directory_that_is_none_cannot_be_asked()
    {
        var status = await CommandRun.OfAsync(["status", "--data", Folders.Make("empty")]);

        Assert.Equal((4, ""), (status.Code, status.Output));
        Assert.StartsWith("PT7018", status.Messages, StringComparison.Ordinal);
    }

    internal static async Task<SituationStack> UpAsync(RemedyProgram program)
    {
        var stack = new SituationStack(program.ToString());
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
        return stack;
    }

    private static string Accepted(int value) =>
        FormattableString.Invariant($"partnertrust_direction_accepted{{from=\"{Lync}\",to=\"{Exchange}\",call=\"user\"}} {value}\n");

    private static Task<CommandRun> StatusAsync(SituationStack stack, params string[] options) =>
        CommandRun.OfAsync(["status", "--data", stack.DataDirectory, .. options], stack.Time);
}
