using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Tests.Embedded;

public sealed class LabTests : IAsyncLifetime
{
    private Installation installation = null!;

    public async Task InitializeAsync() => installation = await Installation.StartAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Fact]
    public async Task The_lab_knows_the_servers_of_the_stack_that_wrote_last()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();

        Assert.Equal([Estate.Lync, Estate.Exchange], lab.Servers);
        Assert.Equal(Estate.Ken, Assert.Single(lab.Mailboxes));
    }

    [Fact]
    public async Task A_rolled_certificate_is_like_the_one_before_and_touches_nothing_else()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();
        var before = await lab.ReadStateAsync(default);

        var rolled = await lab.RollCertificateAsync(Litware.Exchange, default);

        var after = await lab.ReadStateAsync(default);
        Assert.Equal(Certs.Public(1), rolled.Slots.Previous);
        Assert.Equal(Certs.Public(1).Subject, rolled.Slots.Current!.Subject);
        Assert.Equal(before.PartnerApplications, after.PartnerApplications);
        Assert.Equal(before.Certificates[Litware.Lync], after.Certificates[Litware.Lync]);
        Assert.Equal(rolled.Slots, (await installation.Engine.FindCertificateBindingAsync(Litware.Exchange, default))!.Slots);
    }

    [Fact]
    public async Task A_staged_certificate_can_be_published_before_its_time_and_the_previous_one_cleared()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Exchange, Certs.Key(0)), default);
        await installation.Engine.BindCertificateAsync(
            Installation.Bind(Estate.Exchange, Certs.Key(1), Certs.Now.AddDays(3)), default);
        await using var lab = await OpenAsync();

        await lab.PublishNowAsync(Litware.Exchange, default);
        var slots = await lab.ClearPreviousAsync(Litware.Exchange, default);

        Assert.Equal(
            new CertificateSlots(null, Certs.Public(1), null, null) { CurrentSince = installation.Time.GetUtcNow() }, slots);
    }

    [Fact]
    public async Task What_operators_did_to_a_partner_application_is_what_the_stack_reads()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();

        await lab.Partners.ChangeAsync(
            Litware.Lync, "ExchangeServer", record => record with { TrustedKeys = [Certs.Public(2)] }, default);
        await lab.Partners.RemoveAsync(Litware.Exchange, "LyncServer", default);

        var changed = await installation.Engine.FindPartnerApplicationAsync(Litware.Lync, "ExchangeServer", default);
        Assert.Equal(Certs.Public(2), Assert.Single(changed!.TrustedKeys!.Value));
        Assert.Null(await installation.Engine.FindPartnerApplicationAsync(Litware.Exchange, "LyncServer", default));
    }

    [Fact]
    public async Task Faults_are_switched_for_every_process_on_the_directory()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();

        await lab.Faults.SwitchOnAsync(new HostFault(Litware.Lync, HostFaultKind.Html, null), default);
        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.FetchMetadataAsync(new FetchMetadata(Estate.Lync.MetadataUrl, false), default));

        await lab.Faults.SwitchOffAsync(Litware.Lync, HostFaultKind.Html, default);
        Assert.NotNull(await installation.Engine.FetchMetadataAsync(new FetchMetadata(Estate.Lync.MetadataUrl, false), default));
    }

    [Fact]
    public async Task A_server_with_stale_configuration_keeps_it_over_processes_until_it_is_restarted()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();
        await lab.Faults.SwitchOnAsync(new HostFault(Litware.Exchange, HostFaultKind.StaleConfiguration, null), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        await installation.Engine.UpdatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default);

        var stale = await CheckInAnotherProcessAsync();
        await installation.Engine.RestartAsync(new RestartRequest(RestartScope.AppPools, [Litware.Exchange]), new Progress<string>(), default);
        var restarted = await CheckInAnotherProcessAsync();

        Assert.Equal("PT5025", stale.Steps[^1].Code);
        Assert.True(restarted.Succeeded, string.Join('\n', restarted.Steps));
    }

    [Theory]
    [InlineData("metadata")]
    [InlineData("certificate")]
    [InlineData("authorizationServer")]
    public async Task A_stale_server_remembers_every_kind_of_record_as_it_was(string source)
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();
        var before = await lab.Partners.ChangeAsync(Litware.Exchange, "LyncServer", record => record with
        {
            Source = source switch
            {
                "metadata" => record.Source,
                "certificate" => new PartnerSource.Certificate(record.ApplicationIdentifier, record.Realm, Certs.Public(1)),
                _ => new PartnerSource.AuthorizationServer(record.ApplicationIdentifier, record.Realm),
            },
        }, default);
        await lab.Faults.SwitchOnAsync(new HostFault(Litware.Exchange, HostFaultKind.StaleConfiguration, null), default);
        await lab.Partners.RemoveAsync(Litware.Exchange, "LyncServer", default);

        await using var store = new SqliteTrustStore(installation.DataDirectory, null, NullLogger.Instance);
        var query = new ReceiverQuery(Litware.Exchange, [before.ApplicationIdentifier], []);
        var remembered = await store.ReadAsync(session => session.Memories.Answer(TrustState.Empty, query), default);

        Assert.Equal(before, Assert.Single(remembered.PartnerApplications.Values));
    }

    [Fact]
    public async Task Hosts_of_a_lab_know_servers_that_a_stack_declares_later()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();
        await using var hosts = lab.CreateHosts(0);
        var late = new Server(
            "late.litwareinc.com", ServerProduct.LyncServer, Litware.Realm, new Uri("https://late.litwareinc.com/metadata/json/1"), []);
        var options = installation.Options with { Servers = [.. installation.Options.Servers, late] };
        await using var engine = EmbeddedEngine.Open(options, installation.Time, NullLoggerFactory.Instance);
        await engine.BindCertificateAsync(Installation.Bind(late, Certs.Key(2)), default);
        await engine.PublishMetadataAsync(new PublishMetadata(late.Fqdn, late.MetadataUrl, false), default);

        var document = await hosts.Documents.FetchAsync(late.MetadataUrl, false, default);

        Assert.Equal(late.Issuer, document.Issuer);
    }

    [Fact]
    public async Task A_failed_re_read_leaves_the_keys_that_were_known()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();
        await lab.Faults.SwitchOnAsync(new HostFault(Litware.Lync, HostFaultKind.ServerError, null), default);

        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.UpdatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default));

        var kept = await installation.Engine.FindPartnerApplicationAsync(Litware.Exchange, "LyncServer", default);
        Assert.Equal(Certs.Public(0), Assert.Single(kept!.TrustedKeys!.Value));
    }

    [Fact]
    public async Task A_directory_without_a_store_is_refused_and_stays_empty()
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(OpenAsync);

        Assert.Equal("PT7018", refusal.Faults.Single().Code);
        Assert.False(Directory.Exists(installation.DataDirectory));
    }

    private async Task<ConnectivityReport> CheckInAnotherProcessAsync()
    {
        await using var engine = installation.OpenAnother();
        var request = new ConnectivityRequest(
            Litware.Lync, null, Estate.Ken.SipUri, StorageFolder.Inbox, true, ConnectivityMethod.Storage);
        return await engine.CheckConnectivityAsync(request, default);
    }

    private Task<EmbeddedLab> OpenAsync() =>
        EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default);
}
