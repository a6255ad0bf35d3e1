using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Checks;

/// <summary>The products' own test cmdlets, and restarts, over real shells.</summary>
public sealed class CmdletCheckTests : IAsyncLifetime
{
    private Installation installation = null!;
    private SimulatedServers servers = null!;
    private ITrustEngine engine = null!;

    public async Task InitializeAsync()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        installation = await Installation.StartAsync(Estate.Lync, Estate.Exchange, Estate.SharePoint);
        await installation.EstablishAsync();
        servers = SimulatedServers.Of(installation.Engine, installation.Options.Servers, installation.Mailboxes, installation.Time);
        engine = servers.OpenEngine();
    }

    public async Task DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
            await servers.DisposeAsync();
            await installation.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task A_storage_check_is_made_by_the_cmdlet_and_deletes_its_item()
    {
        servers.World.TakeCalls();

        var report = await CheckAsync(ConnectivityMethod.Storage);

        Assert.True(report.Succeeded, string.Join("\n", report.Steps));
        var call = Assert.Single(servers.World.Calls, made => made.Cmdlet == "Test-CsExStorageConnectivity");
        Assert.True(call.Has("DeleteItem"));
    }

    [SkippableFact]
    public async Task Where_the_records_tell_why_a_check_fails_that_is_the_reason()
    {
        await servers.OpenEngine().Writer.RemovePartnerApplicationAsync(
            new(Litware.Exchange, Estate.Lync.Product.ToString(), null), Silence.Instance, default);

        var report = await CheckAsync(ConnectivityMethod.Storage);

        Assert.False(report.Succeeded);
        Assert.Equal("PT5085", report.Steps[^1].Code);
    }

    [SkippableFact]
    public async Task Where_they_do_not_the_cmdlet_has_the_word()
    {
        servers.World.Troubles.Expect("Test-CsExStorageConnectivity", Trouble.Error(new(
            "X,Microsoft.Rtc.Management.TestExStorage", "InvalidOperation", "Exception", ["System.Exception"], "Etwas ging schief")));

        var report = await CheckAsync(ConnectivityMethod.Storage);

        Assert.Equal("PT6018", report.Steps[^1].Code);
        Assert.Contains("Etwas ging schief", report.Steps[^1].Detail, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Who_may_not_test_is_told_which_group_is_missing()
    {
        servers.World.Troubles.Expect("Test-CsExStorageConnectivity", Trouble.AccessDenied());

        Assert.Equal("PT6011", (await CheckAsync(ConnectivityMethod.Storage)).Steps[^1].Code);
    }

    [SkippableFact]
    public async Task A_product_without_a_test_cmdlet_can_only_be_probed()
    {
        var report = await engine.Tester!.CheckAsync(
            new ConnectivityRequest(
                Litware.SharePoint, Litware.Exchange, Estate.Ken.SipUri, StorageFolder.Inbox, true, ConnectivityMethod.Storage),
            Silence.Instance,
            default);

        Assert.Equal("PT6019", report.Steps[^1].Code);
    }

    [SkippableTheory]
    [InlineData(ConnectivityMethod.Storage)]
    [InlineData(ConnectivityMethod.Probe)]
    public async Task A_plan_foretells_the_step_and_the_number_of_this_engines_own_check(ConnectivityMethod method)
    {
        await servers.OpenEngine().Writer.RemovePartnerApplicationAsync(
            new(Litware.Exchange, Estate.Lync.Product.ToString(), null), Silence.Instance, default);
        var options = new ShadowOptions(installation.Options.Servers, [.. installation.Mailboxes]);
        await using var plan = ShadowEngine.Over(engine, options, installation.Time);

        var foretold = await CheckAsync(method, plan);
        var found = await CheckAsync(method);

        Assert.Equal((found.Steps[^1].Name, found.Steps[^1].Code), (foretold.Steps[^1].Name, foretold.Steps[^1].Code));
    }

    [SkippableFact]
    public async Task A_probe_asks_for_a_challenge_and_presents_nothing()
    {
        servers.World.TakeCalls();

        var report = await CheckAsync(ConnectivityMethod.Probe);

        Assert.True(report.Succeeded, string.Join("\n", report.Steps));
        Assert.Equal(["autodiscover", "challenge", "document"], report.Steps.Select(step => step.Name));
        Assert.DoesNotContain(servers.World.Calls, made => made.Cmdlet.StartsWith("Test-", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task IIS_is_restarted_on_the_machine_that_is_named_and_the_session_opened_anew()
    {
        await engine.Restarter!.RestartAsync(new RestartRequest(RestartScope.Iis, [Litware.Exchange]), Silence.Instance, default);

        Assert.Contains(servers.World.Services.Restarts, restart => restart.Machine == Litware.Exchange);
        Assert.NotNull((await engine.FindPartnerApplicationAsync(Litware.Exchange, Estate.Lync.Product.ToString(), default))?.Name);
    }

    [SkippableFact]
    public async Task A_restart_that_does_not_go_through_says_what_to_look_at_at_once()
    {
        servers.World.Troubles.Expect("Restart-Service", Trouble.AccessDenied());

        var failure = await Assert.ThrowsAsync<FaultException>(() => engine.Restarter!.RestartAsync(
            new RestartRequest(RestartScope.Iis, [Litware.Exchange]), Silence.Instance, default));

        Assert.Equal("PT8132", failure.Faults[0].Code);
    }

    private Task<ConnectivityReport> CheckAsync(ConnectivityMethod method, ITrustEngine? by = null) => (by ?? engine).Tester!.CheckAsync(
        new ConnectivityRequest(Litware.Lync, null, Estate.Ken.SipUri, StorageFolder.ConversationHistory, true, method), Silence.Instance, default);
}
