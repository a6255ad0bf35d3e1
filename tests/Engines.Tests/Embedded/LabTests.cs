using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Hosts.Faults;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

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

        Assert.Equal([Installation.Lync, Installation.Exchange], lab.Servers);
        Assert.Equal(Installation.Mailbox, Assert.Single(lab.Mailboxes));
    }

    [Fact]
    public async Task A_rolled_certificate_is_like_the_one_before_and_touches_nothing_else()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();
        var before = await lab.ReadStateAsync(default);

        var rolled = await lab.RollCertificateAsync(Partners.Exchange, default);

        var after = await lab.ReadStateAsync(default);
        Assert.Equal(Certificates.Second.Certificate, rolled.Slots.Previous);
        Assert.Equal(Certificates.Second.Certificate.Subject, rolled.Slots.Current!.Subject);
        Assert.Equal(before.PartnerApplications, after.PartnerApplications);
        Assert.Equal(before.Certificates[Partners.Lync], after.Certificates[Partners.Lync]);
        Assert.Equal(rolled.Slots, (await installation.Engine.FindCertificateBindingAsync(Partners.Exchange, default))!.Slots);
    }

    [Fact]
    public async Task A_staged_certificate_can_be_published_before_its_time_and_the_previous_one_cleared()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Exchange, Certificates.First), default);
        await installation.Engine.BindCertificateAsync(
            Installation.Bind(Installation.Exchange, Certificates.Second, Certificates.Now.AddDays(3)), default);
        await using var lab = await OpenAsync();

        await lab.PublishNowAsync(Partners.Exchange, default);
        var slots = await lab.ClearPreviousAsync(Partners.Exchange, default);

        Assert.Equal(new CertificateSlots(null, Certificates.Second.Certificate, null, null), slots);
    }

    [Fact]
    public async Task What_operators_did_to_a_partner_application_is_what_the_stack_reads()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();

        await lab.Partners.ChangeAsync(
            Partners.Lync, "ExchangeServer", record => record with { TrustedKeys = [Certificates.Third.Certificate] }, default);
        await lab.Partners.RemoveAsync(Partners.Exchange, "LyncServer", default);

        var changed = await installation.Engine.FindPartnerApplicationAsync(Partners.Lync, "ExchangeServer", default);
        Assert.Equal(Certificates.Third.Certificate, Assert.Single(changed!.TrustedKeys));
        Assert.Null(await installation.Engine.FindPartnerApplicationAsync(Partners.Exchange, "LyncServer", default));
    }

    [Fact]
    public async Task Faults_are_switched_for_every_process_on_the_directory()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();

        await lab.Faults.SwitchOnAsync(new HostFault(Partners.Lync, HostFaultKind.Html, null), default);
        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.FetchMetadataAsync(new FetchMetadata(Installation.Lync.MetadataUrl, false), default));

        await lab.Faults.SwitchOffAsync(Partners.Lync, HostFaultKind.Html, default);
        Assert.NotNull(await installation.Engine.FetchMetadataAsync(new FetchMetadata(Installation.Lync.MetadataUrl, false), default));
    }

    [Fact]
    public async Task A_failed_re_read_leaves_the_keys_that_were_known()
    {
        await installation.EstablishAsync();
        await using var lab = await OpenAsync();
        await lab.Faults.SwitchOnAsync(new HostFault(Partners.Lync, HostFaultKind.ServerError, null), default);

        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.UpdatePartnerApplicationAsync(Installation.Register(Installation.Exchange, Installation.Lync), default));

        var kept = await installation.Engine.FindPartnerApplicationAsync(Partners.Exchange, "LyncServer", default);
        Assert.Equal(Certificates.First.Certificate, Assert.Single(kept!.TrustedKeys));
    }

    [Fact]
    public async Task A_directory_without_a_store_is_refused_and_stays_empty()
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(OpenAsync);

        Assert.Equal("PT7018", refusal.Faults.Single().Code);
        Assert.False(Directory.Exists(installation.DataDirectory));
    }

    private Task<EmbeddedLab> OpenAsync() =>
        EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default);
}
