using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Embedded;

public sealed class CertificateBindingTests : IAsyncLifetime
{
    private Installation installation = null!;

    public async Task InitializeAsync() => installation = await Installation.StartAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Fact]
    public async Task Nothing_is_bound_at_first()
    {
        Assert.Null(await installation.FindBindingAsync(Partners.Lync));
    }

    [Fact]
    public async Task Binding_another_certificate_demotes_the_first()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.First), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.Second), default);

        var bound = await installation.FindBindingAsync(Partners.Lync);

        Assert.Equal(
            new CertificateSlots(Certificates.First.Certificate, Certificates.Second.Certificate, null, null) { CurrentSince = Certificates.Now }, bound!.Slots);
        Assert.False(bound.Generated);
    }

    [Fact]
    public async Task A_staged_certificate_becomes_current_at_its_effective_date_without_another_write()
    {
        var effective = Certificates.Now.AddDays(3);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Exchange, Certificates.First), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Exchange, Certificates.Second, effective), default);
        Assert.Equal(effective, (await installation.FindBindingAsync(Partners.Exchange))!.Slots.NextEffectiveDate);

        installation.Time.SetUtcNow(effective);

        var bound = await installation.FindBindingAsync(Partners.Exchange);
        Assert.Equal(
            new CertificateSlots(Certificates.First.Certificate, Certificates.Second.Certificate, null, null) { CurrentSince = effective }, bound!.Slots);
    }

    [Fact]
    public async Task A_promotion_that_fell_due_is_kept_by_the_next_write()
    {
        var effective = Certificates.Now.AddDays(3);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Exchange, Certificates.First), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Exchange, Certificates.Second, effective), default);
        installation.Time.SetUtcNow(effective);

        var bound = await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Exchange, Certificates.Third), default);

        Assert.Equal(
            new CertificateSlots(Certificates.Second.Certificate, Certificates.Third.Certificate, null, null) { CurrentSince = effective }, bound.Slots);
    }

    [Fact]
    public async Task A_previous_certificate_is_forgotten_once_its_last_token_has_ended()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Exchange, Certificates.First), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Exchange, Certificates.Second), default);

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.RetirePreviousCertificateAsync(Partners.Exchange, default));
        installation.Time.Advance(TimeSpan.FromHours(25));
        var retired = await installation.Engine.RetirePreviousCertificateAsync(Partners.Exchange, default);

        Assert.Equal("PT2029", refusal.Faults.Single().Code);
        Assert.Null(retired.Slots.Previous);
        Assert.Equal(retired, await installation.Engine.RetirePreviousCertificateAsync(Partners.Exchange, default));
        Assert.Equal(retired.Slots, (await installation.FindBindingAsync(Partners.Exchange))!.Slots);
    }

    [Fact]
    public async Task A_certificate_once_bound_can_be_bound_again_by_its_thumbprint()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.First), default);
        await installation.Engine.UnbindCertificateAsync(Partners.Lync, default);
        Assert.Null(await installation.FindBindingAsync(Partners.Lync));

        var stored = new CertificateSource.Stored(Certificates.First.Certificate.Thumbprint);
        var bound = await installation.Engine.BindCertificateAsync(new BindCertificate(Partners.Lync, stored, null), default);

        Assert.Equal(Certificates.First.Certificate, bound.Slots.Current);
    }

    [Fact]
    public async Task A_thumbprint_that_the_server_does_not_have_is_refused()
    {
        var stored = new CertificateSource.Stored(Certificates.First.Certificate.Thumbprint);

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.BindCertificateAsync(new BindCertificate(Partners.Lync, stored, null), default));

        Assert.Equal("PT2019", refusal.Faults.Single().Code);
    }

    [Fact]
    public async Task A_generated_certificate_is_known_as_such()
    {
        var bound = await installation.Engine.BindCertificateAsync(
            new BindCertificate(Partners.Lync, new CertificateSource.Generated("CN=litwareinc.com", 2048, 30), null), default);

        Assert.True(bound.Generated);
        Assert.Equal(Certificates.Now.AddDays(30), bound.Slots.Current!.NotAfter);
    }

    [Fact]
    public async Task A_refused_certificate_leaves_the_bound_one_and_enters_no_store()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.First), default);
        installation.Time.SetUtcNow(Certificates.Second.Certificate.NotAfter.AddDays(1));

        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.Second), default));

        Assert.Equal(
            Certificates.First.Certificate, (await installation.FindBindingAsync(Partners.Lync))!.Slots.Current);
        var stored = new CertificateSource.Stored(Certificates.Second.Certificate.Thumbprint);
        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.BindCertificateAsync(new BindCertificate(Partners.Lync, stored, null), default));
    }

    [Fact]
    public async Task A_server_that_is_not_configured_is_refused_by_name()
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.FindCertificateBindingAsync("lync.fabrikam.com", default));

        Assert.Equal("PT7001", refusal.Faults.Single().Code);
        Assert.Contains(Partners.Exchange, refusal.Message, StringComparison.Ordinal);
    }
}
