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
        Assert.Null(await installation.FindBindingAsync(Litware.Lync));
    }

    [Fact]
    public async Task Binding_another_certificate_demotes_the_first()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(0)), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(1)), default);

        var bound = await installation.FindBindingAsync(Litware.Lync);

        Assert.Equal(
            new CertificateSlots(Certs.Public(0), Certs.Public(1), null, null) { CurrentSince = Certs.Now }, bound!.Slots);
        Assert.False(bound.Generated);
    }

    [Fact]
    public async Task A_staged_certificate_becomes_current_at_its_effective_date_without_another_write()
    {
        var effective = Certs.Now.AddDays(3);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Exchange, Certs.Key(0)), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Exchange, Certs.Key(1), effective), default);
        Assert.Equal(effective, (await installation.FindBindingAsync(Litware.Exchange))!.Slots.NextEffectiveDate);

        installation.Time.SetUtcNow(effective);

        var bound = await installation.FindBindingAsync(Litware.Exchange);
        Assert.Equal(
            new CertificateSlots(Certs.Public(0), Certs.Public(1), null, null) { CurrentSince = effective }, bound!.Slots);
    }

    [Fact]
    public async Task A_promotion_that_fell_due_is_kept_by_the_next_write()
    {
        var effective = Certs.Now.AddDays(3);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Exchange, Certs.Key(0)), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Exchange, Certs.Key(1), effective), default);
        installation.Time.SetUtcNow(effective);

        var bound = await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Exchange, Certs.Key(2)), default);

        Assert.Equal(
            new CertificateSlots(Certs.Public(1), Certs.Public(2), null, null) { CurrentSince = effective }, bound.Slots);
    }

    [Fact]
    public async Task A_previous_certificate_is_forgotten_once_its_last_token_has_ended()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Exchange, Certs.Key(0)), default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Exchange, Certs.Key(1)), default);

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.RetirePreviousCertificateAsync(Litware.Exchange, default));
        installation.Time.Advance(TimeSpan.FromHours(25));
        var retired = await installation.Engine.RetirePreviousCertificateAsync(Litware.Exchange, default);

        Assert.Equal("PT2029", refusal.Faults.Single().Code);
        Assert.Null(retired.Slots.Previous);
        Assert.Equal(retired, await installation.Engine.RetirePreviousCertificateAsync(Litware.Exchange, default));
        Assert.Equal(retired.Slots, (await installation.FindBindingAsync(Litware.Exchange))!.Slots);
    }

    [Fact]
    public async Task A_certificate_once_bound_can_be_bound_again_by_its_thumbprint()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(0)), default);
        await installation.Engine.UnbindCertificateAsync(Litware.Lync, default);
        Assert.Null(await installation.FindBindingAsync(Litware.Lync));

        var stored = new CertificateSource.Stored(Certs.Public(0).Thumbprint);
        var bound = await installation.Engine.BindCertificateAsync(new BindCertificate(Litware.Lync, stored, null), default);

        Assert.Equal(Certs.Public(0), bound.Slots.Current);
    }

    [Fact]
    public async Task A_thumbprint_that_the_server_does_not_have_is_refused()
    {
        var stored = new CertificateSource.Stored(Certs.Public(0).Thumbprint);

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.BindCertificateAsync(new BindCertificate(Litware.Lync, stored, null), default));

        Assert.Equal("PT2019", refusal.Faults.Single().Code);
    }

    [Fact]
    public async Task A_generated_certificate_is_known_as_such()
    {
        var bound = await installation.Engine.BindCertificateAsync(
            new BindCertificate(Litware.Lync, new CertificateSource.Generated("CN=litwareinc.com", 2048, 30), null), default);

        Assert.True(bound.Generated);
        Assert.Equal(Certs.Now.AddDays(30), bound.Slots.Current!.NotAfter);
    }

    [Fact]
    public async Task A_refused_certificate_leaves_the_bound_one_and_enters_no_store()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(0)), default);
        installation.Time.SetUtcNow(Certs.Public(1).NotAfter.AddDays(1));

        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(1)), default));

        Assert.Equal(
            Certs.Public(0), (await installation.FindBindingAsync(Litware.Lync))!.Slots.Current);
        var stored = new CertificateSource.Stored(Certs.Public(1).Thumbprint);
        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.BindCertificateAsync(new BindCertificate(Litware.Lync, stored, null), default));
    }

    [Fact]
    public async Task A_server_that_is_not_configured_is_refused_by_name()
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.FindCertificateBindingAsync("lync.fabrikam.com", default));

        Assert.Equal("PT7001", refusal.Faults.Single().Code);
        Assert.Contains(Litware.Exchange, refusal.Message, StringComparison.Ordinal);
    }
}
