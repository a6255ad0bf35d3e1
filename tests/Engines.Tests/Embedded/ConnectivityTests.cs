using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Registration;

namespace PartnerTrust.Engines.Tests.Embedded;

/// <summary>The check over real sockets, and that a preview foretells what it finds.</summary>
public sealed class ConnectivityTests : IAsyncLifetime
{
    private Installation installation = null!;

    public async Task InitializeAsync()
    {
        installation = await Installation.StartAsync();
        await installation.EstablishAsync();
    }

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Theory]
    [InlineData("nothing", ConnectivityMethod.Storage, StorageFolder.ConversationHistory, true)]
    [InlineData("nothing", ConnectivityMethod.Storage, StorageFolder.Dumpster, false)]
    [InlineData("nothing", ConnectivityMethod.Probe, StorageFolder.Inbox, true)]
    [InlineData("roll", ConnectivityMethod.Storage, StorageFolder.Inbox, false)]
    [InlineData("disable", ConnectivityMethod.Storage, StorageFolder.Inbox, false)]
    [InlineData("disable at the caller", ConnectivityMethod.Storage, StorageFolder.Inbox, false)]
    [InlineData("disable at the caller", ConnectivityMethod.Probe, StorageFolder.Inbox, false)]
    [InlineData("remove", ConnectivityMethod.Probe, StorageFolder.Inbox, false)]
    [InlineData("forget key", ConnectivityMethod.Storage, StorageFolder.Inbox, false)]
    [InlineData("unbind", ConnectivityMethod.Storage, StorageFolder.Inbox, false)]
    [InlineData("autodiscover", ConnectivityMethod.Storage, StorageFolder.Inbox, false)]
    public async Task A_preview_foretells_what_the_check_finds(string change, ConnectivityMethod method, StorageFolder folder, bool succeeds)
    {
        await BreakAsync(change);
        var request = new ConnectivityRequest(Litware.Lync, null, Estate.Ken.SipUri, folder, true, method);

        var found = await installation.Engine.CheckConnectivityAsync(request, default);
        await using var shadow = ShadowEngine.Over(installation.Engine, installation.ShadowOptions, installation.Time);
        var foretold = await shadow.CheckConnectivityAsync(request, default);

        Assert.Equal((succeeds, found.Steps[^1].Code), (found.Succeeded, foretold.Steps[^1].Code));
        Assert.Equal((succeeds, found.Steps[^1].Name), (foretold.Succeeded, foretold.Steps[^1].Name));
    }

    [Fact]
    public async Task A_user_without_a_mailbox_fails_with_the_reason_in_both()
    {
        var request = new ConnectivityRequest(
            Litware.Lync, null, "sip:nobody@litwareinc.com", StorageFolder.Inbox, true, ConnectivityMethod.Storage);

        var found = await installation.Engine.CheckConnectivityAsync(request, default);
        await using var shadow = ShadowEngine.Over(installation.Engine, installation.ShadowOptions, installation.Time);
        var foretold = await shadow.CheckConnectivityAsync(request, default);

        Assert.False(found.Succeeded);
        Assert.Equal(found.Steps[^1].Code, foretold.Steps[^1].Code);
    }

    [Fact]
    public async Task Restarting_makes_nobody_forget_the_trust()
    {
        await installation.Engine.RestartAsync(
            new RestartRequest(RestartScope.AppPools, [Litware.Exchange, Litware.Lync]), new Progress<string>(), default);

        var request = new ConnectivityRequest(
            Litware.Lync, null, Estate.Ken.SipUri, StorageFolder.Inbox, true, ConnectivityMethod.Storage);
        Assert.True((await installation.Engine.CheckConnectivityAsync(request, default)).Succeeded);
    }

    private async Task BreakAsync(string change)
    {
        await using var lab = await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default);
        await (change switch
        {
            "roll" => lab.RollCertificateAsync(Litware.Lync, default),
            "disable" => lab.Partners.ChangeAsync(Litware.Exchange, "LyncServer", record => record with { Enabled = false }, default),
            "disable at the caller" => lab.Partners.ChangeAsync(Litware.Lync, "ExchangeServer", record => record with { Enabled = false }, default),
            "remove" => lab.Partners.RemoveAsync(Litware.Exchange, "LyncServer", default),
            "forget key" => lab.ForgetPrivateKeyAsync(Litware.Lync, Certs.Public(0).Thumbprint, default),
            "unbind" => installation.Engine.UnbindCertificateAsync(Litware.Lync, default),
            "autodiscover" => lab.Partners.OverwriteOAuthConfigurationAsync(OAuthConfigurationRules.Default(Estate.Lync), default),
            _ => Task.CompletedTask,
        });
    }

    [Fact]
    public async Task A_probe_needs_no_mailbox_at_all_and_leaves_everything_as_it_was()
    {
        var options = installation.Options with { Mailboxes = [] };
        await using var engine = EmbeddedEngine.Open(options, installation.Time, NullLoggerFactory.Instance);
        await using var lab = await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default);
        var before = await lab.ReadStateAsync(default);
        var request = new ConnectivityRequest(Litware.Lync, null, "sip:nobody@litwareinc.com", StorageFolder.Inbox, true, ConnectivityMethod.Probe);

        var report = await engine.CheckConnectivityAsync(request, default);

        var after = await lab.ReadStateAsync(default);
        Assert.True(report.Succeeded, string.Join('\n', report.Steps));
        Assert.Null(report.ItemId);
        Assert.Empty(await lab.ListMailItemsAsync(10, default));
        Assert.Equal(before.PartnerApplications, after.PartnerApplications);
        Assert.Equal(before.Certificates, after.Certificates);
    }
}
