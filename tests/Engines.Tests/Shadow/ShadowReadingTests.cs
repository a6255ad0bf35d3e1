using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.Tests.Shadow;

/// <summary>What a preview asks of an engine that is no store, and when.</summary>
public sealed class ShadowReadingTests : IAsyncLifetime
{
    private Installation installation = null!;
    private RemoteEngine remote = null!;

    public async Task InitializeAsync()
    {
        installation = await Installation.StartAsync();
        await installation.EstablishAsync();
        remote = new RemoteEngine(installation.Engine, installation.Directory);
    }

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Fact]
    public async Task A_certificate_in_the_servers_store_can_be_planned_by_its_thumbprint()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(1)), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        await using var shadow = Open();
        var stored = new CertificateSource.Stored(Certs.Public(0).Thumbprint);

        var planned = await shadow.BindCertificateAsync(new BindCertificate(Litware.Lync, stored, null), default);

        Assert.Equal(Certs.Public(0), planned.Slots.Current);
    }

    [Fact]
    public async Task Whether_an_unnamed_mailbox_exists_cannot_be_told_and_is_no_refusal()
    {
        await using var shadow = ShadowEngine.Over(remote, installation.ShadowOptions with { Mailboxes = [] }, installation.Time);

        var report = await CheckAsync(shadow, StorageFolder.ConversationHistory);

        Assert.True(report.Succeeded, report.Steps[^1].Fault?.Text);
        Assert.Equal("userSettings", report.Open?.Name);
    }

    [Fact]
    public async Task What_would_refuse_the_call_of_any_user_is_told_although_the_mailbox_is_not_known()
    {
        await using var shadow = ShadowEngine.Over(remote, installation.ShadowOptions with { Mailboxes = [] }, installation.Time);
        await shadow.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);

        var report = await CheckAsync(shadow, StorageFolder.ConversationHistory);

        Assert.False(report.Succeeded);
        Assert.Null(report.Open);
    }

    [Fact]
    public async Task Whether_an_unnamed_mailbox_has_an_archive_cannot_be_told()
    {
        await using var shadow = ShadowEngine.Over(remote, installation.ShadowOptions with { Mailboxes = [] }, installation.Time);

        Assert.NotNull((await CheckAsync(shadow, StorageFolder.Dumpster)).Open);
    }

    [Fact]
    public async Task Only_the_server_and_the_part_that_a_plan_touches_are_read_and_once()
    {
        await using var shadow = Open();

        await shadow.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        await shadow.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(1)), default);

        var parts = remote.Asked.Where(query => query.Parts != ServerParts.None).ToList();
        Assert.Equal(new ServerQuery(Litware.Lync, ServerParts.Certificates).Parts, Assert.Single(parts).Parts);
        Assert.All(remote.Asked, query => Assert.Equal(Litware.Lync, query.Server));
    }

    [Fact]
    public async Task Servers_are_read_side_by_side_and_a_slow_one_holds_up_nobody_else()
    {
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        remote.OnQuestion = query => query.Server == Litware.Lync ? slow.Task : Task.CompletedTask;
        await using var shadow = Open();

        var waiting = shadow.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        await shadow.BindCertificateAsync(Installation.Bind(Estate.Exchange, Certs.Key(2)), default);

        Assert.False(waiting.IsCompleted);
        slow.SetResult();
        await waiting;
    }

    [Fact]
    public async Task A_server_that_cannot_be_read_refuses_what_is_planned_for_it_and_is_asked_again()
    {
        remote.OnQuestion = _ => Task.FromException(new TimeoutException());
        await using var shadow = Open();
        await Assert.ThrowsAsync<TimeoutException>(() => shadow.UnbindCertificateAsync(Litware.Lync, default));

        remote.OnQuestion = _ => Task.CompletedTask;
        await shadow.UnbindCertificateAsync(Litware.Lync, default);
    }

    [Fact]
    public async Task A_document_that_the_plan_changes_is_the_planned_one_and_any_other_the_real_one()
    {
        await using var shadow = Open();
        var lync = new FetchMetadata(Estate.Lync.MetadataUrl, TrustAnySslCertificate: false);
        Assert.Equal(await installation.Engine.FetchMetadataAsync(lync, default), await shadow.FetchMetadataAsync(lync, default));

        await shadow.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);

        Assert.Equal(Certs.Public(2), (await shadow.FetchMetadataAsync(lync, default)).Keys[0]);
    }

    private ShadowEngine Open() => ShadowEngine.Over(remote, installation.ShadowOptions, installation.Time);

    private static Task<ConnectivityReport> CheckAsync(ITrustEngine engine, StorageFolder folder) => engine.CheckConnectivityAsync(
        new ConnectivityRequest(Litware.Lync, null, Estate.Ken.SipUri, folder, true, ConnectivityMethod.Storage), default);
}
