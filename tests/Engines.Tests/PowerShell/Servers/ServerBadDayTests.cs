using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.Tests.PowerShell.Administration;
using PartnerTrust.Engines.Tests.PowerShell.Servers.Kills;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers;

/// <summary>What happens to servers in production, seen by the engine through real shells (powershell.md 4, 5).</summary>
public sealed class ServerBadDayTests
{
    private static readonly KilledWrite OnLync = Write("register on Lync");
    private static readonly KilledWrite OnExchange = Write("register on Exchange");

    [SkippableFact]
    public async Task A_right_that_lacks_in_the_directory_is_told_and_nothing_is_done()
    {
        await using var stage = await SetAsync();
        stage.World.Troubles.Expect("New-MailUser", Trouble.AccessDenied());

        var end = await ActAsync(stage, OnExchange);

        Assert.Equal(("refused", "PT8119"), (end.Kind, end.Faults[0].Code));
    }

    [SkippableFact]
    public async Task What_the_domain_controllers_do_not_agree_on_yet_harms_nothing()
    {
        await using var stage = await SetAsync();
        stage.World.Directory.Of(Litware.Exchange).Replication.Lags = true;

        Assert.Equal("done", (await ActAsync(stage, OnExchange)).Kind);
    }

    [SkippableFact]
    public async Task A_record_that_is_not_shown_yet_is_not_called_written_and_is_found_by_the_next_update()
    {
        await using var stage = await SetAsync();
        stage.World.TakeCalls();
        Assert.Equal("done", (await ActAsync(stage, OnExchange)).Kind);
        var reads = stage.World.Calls.Count(call => call.Cmdlet == "Get-PartnerApplication");
        await using var lagging = await SetAsync();
        lagging.World.Troubles.Expect("Get-PartnerApplication", Trouble.Nothing(), nth: reads);

        var first = await ActAsync(lagging, OnExchange);
        var second = await ActAsync(lagging, OnExchange, first);

        Assert.Equal(("interrupted", "PT8154", "done"), (first.Kind, first.Faults[0].Code, second.Kind));
        Assert.Single(lagging.World.Calls, call => call.Cmdlet == "New-PartnerApplication");
    }

    [SkippableFact]
    public async Task An_answer_that_comes_too_late_or_never_is_looked_for_on_the_server()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        var limits = Timeouts.Usual with { Write = TimeSpan.FromSeconds(5) };
        await using var stage = await KillStage.SetAsync((store, servers, time) => SimulatedServers.Apart(store, servers, time, limits: limits));
        stage.World.Troubles.Expect("New-CsPartnerApplication", Trouble.Late(TimeSpan.FromMinutes(5), afterDeed: true));
        stage.World.Troubles.Expect("Remove-CsPartnerApplication", Trouble.Block());

        var late = await ActAsync(stage, OnLync);
        var process = stage.Played.ProcessOf(Litware.Lync);
        var never = await ActAsync(stage, Write("remove on Lync"));

        Assert.Equal(("done", "done"), (late.Kind, never.Kind));
        Assert.Single(stage.World.Calls, call => call.Cmdlet == "New-CsPartnerApplication");
        Assert.Equal(2, stage.World.Calls.Count(call => call.Cmdlet == "Remove-CsPartnerApplication"));
        Assert.NotEqual(process, stage.Played.ProcessOf(Litware.Lync));
    }

    [SkippableFact]
    public async Task A_server_that_is_dead_and_cmdlets_and_parameters_that_no_role_has_are_told()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        await using var stage = await KillStage.SetAsync((store, servers, time) => SimulatedServers.Apart(store, servers, time));
        stage.World.Unreachable[Litware.Exchange] = true;
        stage.World.Rbac.Hide("New-MailUser");
        stage.World.Rbac.Hide("New-AuthServer", "AuthMetadataUrl");

        await using var engine = stage.Played.OpenEngine();
        var dead = await Assert.ThrowsAsync<FaultException>(
            () => engine.Reader.ReadAsync(new ServerQuery(Litware.Exchange, ServerParts.All), Silence.Instance, default));
        stage.World.Unreachable.Clear();
        var withoutCmdlet = await ActAsync(stage, OnExchange);
        var withoutParameter = await ActAsync(stage, Write("trust a token server on Exchange"));

        Assert.Equal(("PT8117", FaultKind.Engine), (dead.Faults[0].Code, dead.Faults[0].Kind));
        Assert.Equal(("refused", "PT8113"), (withoutCmdlet.Kind, withoutCmdlet.Faults[0].Code));
        Assert.Equal(("refused", "PT8114"), (withoutParameter.Kind, withoutParameter.Faults[0].Code));
    }

    private static KilledWrite Write(string name) => KilledWrite.All.Single(write => write.Name == name);

    private static Task<KillStage> SetAsync()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        return KillStage.SetAsync();
    }

    private static async Task<WriteEnd> ActAsync(KillStage stage, KilledWrite write, WriteEnd? last = null)
    {
        await using var engine = stage.Played.OpenEngine();
        return await write.ActAsync(engine.Writer, last);
    }
}
