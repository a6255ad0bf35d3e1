using System.Security.Cryptography;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Shadow;

public sealed class ShadowEngineTests : IAsyncLifetime
{
    private Installation installation = null!;

    public async Task InitializeAsync() => installation = await Installation.StartAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Fact]
    public async Task A_planned_trust_is_proved_before_anything_is_touched()
    {
        await using var shadow = Open();

        await Installation.EstablishAsync(shadow);
        var report = await CheckAsync(shadow);

        Assert.True(report.Succeeded, report.Steps[^1].Fault?.Text);
        Assert.Null(report.ItemId);
        Assert.Null(await installation.Engine.FindCertificateBindingAsync(Litware.Lync, default));
        Assert.Empty(await installation.Engine.ListPartnerApplicationsAsync(Litware.Exchange, default));
    }

    [Fact]
    public async Task A_planned_roll_that_the_partner_does_not_re_read_is_foretold_to_fail()
    {
        await installation.EstablishAsync();
        await using var shadow = Open();
        await shadow.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);

        var foretold = await CheckAsync(shadow);
        Assert.False(foretold.Succeeded);
        await shadow.UpdatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default);
        Assert.True((await CheckAsync(shadow)).Succeeded);

        var bound = await installation.Engine.FindCertificateBindingAsync(Litware.Lync, default);
        Assert.Equal(Certs.Public(0), bound!.Slots.Current);

        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        var found = await installation.Engine.CheckConnectivityAsync(Request(Litware.Lync, null), default);
        Assert.Equal(found.Steps[^1].Code, foretold.Steps[^1].Code);
    }

    [Fact]
    public async Task What_is_there_already_is_seen_by_the_plan()
    {
        await installation.EstablishAsync();
        await using var shadow = Open();

        Assert.True((await CheckAsync(shadow)).Succeeded);
        Assert.Equal(
            await installation.Engine.ListPartnerApplicationsAsync(Litware.Lync, default),
            await shadow.ListPartnerApplicationsAsync(Litware.Lync, default));
        Assert.Equal(
            (await installation.Engine.FindPublishedMetadataAsync(Litware.Lync, Estate.Lync.MetadataUrl, default))!.Document,
            await shadow.FetchMetadataAsync(new FetchMetadata(Estate.Lync.MetadataUrl, false), default));
    }

    [Fact]
    public async Task A_document_that_cannot_be_made_fails_a_plan_as_it_fails_the_real_thing()
    {
        await installation.EstablishAsync();
        await installation.Engine.UnbindCertificateAsync(Litware.Lync, default);
        await using var shadow = Open();
        var fetch = new FetchMetadata(Estate.Lync.MetadataUrl, false);

        var planned = await Assert.ThrowsAsync<FaultException>(() => shadow.FetchMetadataAsync(fetch, default));
        var real = await Assert.ThrowsAsync<FaultException>(() => installation.Engine.FetchMetadataAsync(fetch, default));

        Assert.Equal(["PT3058"], planned.Faults.Select(fault => fault.Code));
        Assert.Equal(real.Faults.Select(fault => fault.Code), planned.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public async Task A_certificate_of_the_server_can_be_planned_by_its_thumbprint()
    {
        await installation.EstablishAsync();
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        await using var shadow = Open();

        var stored = new CertificateSource.Stored(Certs.Public(0).Thumbprint);
        var planned = await shadow.BindCertificateAsync(new BindCertificate(Litware.Lync, stored, null), default);

        Assert.Equal(
            new CertificateSlots(Certs.Public(2), Certs.Public(0), null, null) { CurrentSince = installation.Time.GetUtcNow() },
            planned.Slots);
    }

    [Theory]
    [InlineData("lync.fabrikam.com", null)]
    [InlineData(Litware.Lync, "exchange.fabrikam.com")]
    public async Task A_planned_check_of_an_unknown_server_fails_as_the_check_itself_would(string server, string? target)
    {
        await using var shadow = Open();

        var foretold = await shadow.CheckConnectivityAsync(Request(server, target), default);
        var found = await installation.Engine.CheckConnectivityAsync(Request(server, target), default);

        Assert.False(foretold.Succeeded);
        Assert.NotEmpty(foretold.Steps[^1].Code);
        AssertFound(found, foretold);
    }

    [Fact]
    public async Task A_document_is_refused_by_the_plan_as_its_host_will_refuse_it()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(0)), default);
        await installation.Engine.PublishMetadataAsync(new PublishMetadata(Litware.Lync, Estate.Lync.MetadataUrl, false), default);
        await using var shadow = Open();
        await shadow.UnbindCertificateAsync(Litware.Lync, default);

        Assert.Equal("PT3056", await RefusalAsync(shadow, Estate.Exchange.MetadataUrl));
        Assert.Equal("PT3058", await RefusalAsync(shadow, Estate.Lync.MetadataUrl));
    }

    [Fact]
    public async Task A_document_that_moves_is_gone_from_where_it_was_although_nothing_else_touched_its_server()
    {
        await installation.EstablishAsync();
        await using var shadow = Open();

        await shadow.WithdrawMetadataAsync(Litware.Lync, Estate.Lync.MetadataUrl, default);

        Assert.Equal("PT3056", await RefusalAsync(shadow, Estate.Lync.MetadataUrl));
    }

    [Fact]
    public async Task A_plan_makes_one_key_for_all_its_certificates_each_of_which_is_one_of_its_own()
    {
        var keys = 0;
        var options = installation.ShadowOptions with
        {
            MakeKey = size =>
            {
                keys++;
                return RSA.Create(size);
            },
        };
        await using var shadow = ShadowEngine.Over(installation.Engine, options, installation.Time);

        var generated = new CertificateSource.Generated("CN=litwareinc.com", 2048, 365);
        var lync = await shadow.BindCertificateAsync(new BindCertificate(Litware.Lync, generated, null), default);
        var exchange = await shadow.BindCertificateAsync(new BindCertificate(Litware.Exchange, generated, null), default);

        Assert.Equal(1, keys);
        Assert.NotEqual(lync.Slots.Current, exchange.Slots.Current);
        Assert.Equal(
            new[] { lync.Slots.Current!, exchange.Slots.Current! }.Select(made => made.Thumbprint.Hex).Order(),
            shadow.Made.Select(made => made.Thumbprint.Hex).Order());
    }

    [Theory]
    [InlineData("https://atl-cs-001.litwareinc.com/autodiscover/autodiscover.svc")]
    [InlineData("https://autodiscover.litwareinc.com/elsewhere/autodiscover.svc")]
    public async Task A_planned_call_that_finds_no_autodiscover_fails_as_the_call_itself_will(string url)
    {
        await installation.EstablishAsync();
        await installation.Engine.WriteOAuthConfigurationAsync(new SaveOAuthConfiguration(Litware.Lync, null, new Uri(url), []), default);
        await using var shadow = Open();

        var foretold = await CheckAsync(shadow);
        var found = await installation.Engine.CheckConnectivityAsync(Request(Litware.Lync, null), default);

        Assert.Equal("PT6002", foretold.Steps[^1].Code);
        AssertFound(found, foretold);
    }

    [Fact]
    public async Task Any_engine_can_be_copied_by_what_it_tells()
    {
        await installation.EstablishAsync();
        await using var copyOfCopy = ShadowEngine.Over(
            new RemoteEngine(installation.Engine, installation.Directory), installation.ShadowOptions, installation.Time);

        var report = await CheckAsync(copyOfCopy);

        Assert.True(report.Succeeded, report.Steps[^1].Fault?.Text);
    }

    /// <summary>The same step failed with the same number.</summary>
    private static void AssertFound(ConnectivityReport found, ConnectivityReport foretold) =>
        Assert.Equal((found.Steps[^1].Name, found.Steps[^1].Code), (foretold.Steps[^1].Name, foretold.Steps[^1].Code));

    private static async Task<string> RefusalAsync(ShadowEngine shadow, Uri url) =>
        (await Assert.ThrowsAsync<FaultException>(() => shadow.FetchMetadataAsync(new FetchMetadata(url, false), default))).Faults[0].Code;

    private ShadowEngine Open() => ShadowEngine.Over(installation.Engine, installation.ShadowOptions, installation.Time);

    private static Task<ConnectivityReport> CheckAsync(ShadowEngine engine) =>
        engine.CheckConnectivityAsync(Request(Litware.Lync, null), default);

    private static ConnectivityRequest Request(string server, string? target) =>
        new(server, target, Estate.Ken.SipUri, StorageFolder.ConversationHistory, true, ConnectivityMethod.Storage);
}
