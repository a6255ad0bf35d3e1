using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Bindings;

public class CertificateRulesTests
{
    private static readonly DateTimeOffset Now = Certs.Now;

    [Theory]
    [InlineData("PT2001", -10, -1, "RSA", 2048, true)]
    [InlineData("PT2002", 1, 10, "RSA", 2048, true)]
    [InlineData("PT2003", -1, 10, "RSA", 1024, true)]
    [InlineData("PT2004", -1, 10, "ECDSA", 256, true)]
    [InlineData("PT2005", -1, 10, "RSA", 2048, false)]
    public void A_certificate_that_cannot_sign_is_refused(string code, int fromDays, int toDays, string algorithm, int keySize, bool hasKey)
    {
        var certificate = Certs.Described(1, Now.AddDays(fromDays), Now.AddDays(toDays), algorithm, keySize);

        Assert.Equal([code], CertificateRules.Validate(certificate, hasKey, Now).Select(f => f.Code));
    }

    [Fact]
    public void A_sound_certificate_is_not_refused() => Assert.Empty(CertificateRules.Validate(Certs.Valid(1), true, Now));

    [Theory]
    [InlineData(ServerProduct.LyncServer)]
    [InlineData(ServerProduct.ExchangeServer)]
    [InlineData(ServerProduct.SharePointServer)]
    [InlineData(ServerProduct.TokenServer)]
    public void Binding_makes_the_old_certificate_previous(ServerProduct product)
    {
        var first = CertificateRules.Bind(CertificateSlots.Empty, Certs.Valid(1), product, Now, null);
        var second = CertificateRules.Bind(first, Certs.Valid(2), product, Now, null);

        Assert.Equal(new CertificateSlots(Certs.Valid(1), Certs.Valid(2), null, null) { CurrentSince = Now }, second);
    }

    [Fact]
    public void Binding_what_is_bound_changes_nothing()
    {
        var slots = new CertificateSlots(Certs.Valid(1), Certs.Valid(2), null, null);

        Assert.Equal(slots, CertificateRules.Bind(slots, Certs.Valid(2), ServerProduct.LyncServer, Now, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(49)]
    public void Binding_what_signs_already_withdraws_what_was_staged(int? hoursAhead)
    {
        var staged = new CertificateSlots(Certs.Valid(1), Certs.Valid(2), Certs.Valid(3), Now.AddHours(49));

        var back = CertificateRules.Bind(staged, Certs.Valid(2), ServerProduct.LyncServer, Now, Now.AddHours(hoursAhead ?? 0));

        Assert.Equal(new CertificateSlots(Certs.Valid(1), Certs.Valid(2), null, null), back);
    }

    [Fact]
    public void A_staged_certificate_takes_over_at_its_date()
    {
        var staged = CertificateRules.Bind(
            new CertificateSlots(null, Certs.Valid(1), null, null), Certs.Valid(2), ServerProduct.ExchangeServer, Now, Now.AddHours(49));

        Assert.Equal(Certs.Valid(1), CertificateRules.Signing(staged, ServerProduct.ExchangeServer, Now.AddHours(48)));
        Assert.Equal(Certs.Valid(2), CertificateRules.Signing(staged, ServerProduct.ExchangeServer, Now.AddHours(49)));
        Assert.Equal(
            new CertificateSlots(Certs.Valid(1), Certs.Valid(2), null, null) { CurrentSince = Now.AddHours(49) },
            CertificateRules.At(staged, ServerProduct.ExchangeServer, Now.AddHours(60)));
    }

    [Fact]
    public void A_staged_certificate_is_published_before_it_signs()
    {
        var staged = new CertificateSlots(Certs.Valid(1), Certs.Valid(2), Certs.Valid(3), Now.AddDays(3));

        Assert.Equal<SigningCertificate>(
            [Certs.Valid(2), Certs.Valid(3), Certs.Valid(1)], CertificateRules.Published(staged, ServerProduct.ExchangeServer, Now));
    }

    [Fact]
    public void SharePoint_publishes_one_certificate_only()
    {
        var slots = new CertificateSlots(Certs.Valid(1), Certs.Valid(2), null, null);

        Assert.Equal<SigningCertificate>([Certs.Valid(2)], CertificateRules.Published(slots, ServerProduct.SharePointServer, Now));
    }

    [Fact]
    public void An_expired_previous_certificate_validates_nothing_any_more()
    {
        var old = Certs.Described(1, Now.AddDays(-9), Now.AddDays(1));
        var slots = new CertificateSlots(old, Certs.Valid(2), null, null);

        Assert.Equal<SigningCertificate>([Certs.Valid(2), old], CertificateRules.Validating(slots, ServerProduct.LyncServer, Now));
        Assert.Equal<SigningCertificate>([Certs.Valid(2)], CertificateRules.Validating(slots, ServerProduct.LyncServer, Now.AddDays(2)));
    }

    [Theory]
    [InlineData(ServerProduct.ExchangeServer, 47, 365, "PT2013")]
    [InlineData(ServerProduct.LyncServer, 23, 365, "PT2013")]
    [InlineData(ServerProduct.ExchangeServer, 48, 365, null)]
    [InlineData(ServerProduct.LyncServer, 24, 365, null)]
    [InlineData(ServerProduct.LyncServer, 50, 3, "PT2014")]
    public void A_short_lead_time_is_a_warning(ServerProduct product, int leadHours, int currentDaysLeft, string? code)
    {
        var slots = new CertificateSlots(null, Certs.Described(1, Now.AddYears(-1), Now.AddDays(currentDaysLeft)), null, null);

        var said = CertificateRules.Review(slots, Certs.Valid(2), product, Now, Now.AddHours(leadHours));

        Assert.Equal(code is null ? [] : [code], said.Select(f => f.Code));
        Assert.All(said, f => Assert.True(f.IsWarning));
        Assert.Equal(Certs.Valid(2), CertificateRules.Bind(slots, Certs.Valid(2), product, Now, Now.AddHours(leadHours)).Next);
    }

    [Theory]
    [InlineData("PT2015", ServerProduct.ExchangeServer, 1, 365, 49)]
    [InlineData("PT2016", ServerProduct.SharePointServer, 365, 365, 49)]
    [InlineData("PT2026", ServerProduct.LyncServer, 365, 1, 49)]
    public void Staging_that_leaves_nobody_to_sign_is_refused(string code, ServerProduct product, int currentDays, int newDays, int leadHours)
    {
        var slots = new CertificateSlots(null, Certs.Described(1, Now.AddYears(-1), Now.AddDays(currentDays)), null, null);
        var next = Certs.Described(2, Now.AddYears(-1), Now.AddDays(newDays));

        var refusal = Assert.Throws<FaultException>(() => CertificateRules.Bind(slots, next, product, Now, Now.AddHours(leadHours)));

        Assert.Equal([code], refusal.Faults.Select(f => f.Code));
    }

    [Fact]
    public void Staging_where_nothing_signs_meanwhile_is_told()
    {
        var said = CertificateRules.Review(CertificateSlots.Empty, Certs.Valid(1), ServerProduct.LyncServer, Now, Now.AddDays(2));

        Assert.Equal(["PT2017"], said.Select(f => f.Code));
    }

    [Fact]
    public void A_binding_that_was_made_is_remarked_upon()
    {
        var staged = new CertificateSlots(null, Certs.Public(0), Certs.Public(1), Now.AddHours(1));

        Assert.Equal(["PT2013"], CertificateRules.Remarks(staged, Estate.Exchange, Now).Select(f => f.Code));
        Assert.Equal(["PT2013", "PT2018"], CertificateRules.Remarks(staged, Estate.Lync with { Realm = "contoso.com" }, Now).Select(f => f.Code));
        Assert.Empty(CertificateRules.Remarks(staged with { NextEffectiveDate = Now.AddDays(3) }, Estate.Lync, Now));
        Assert.Empty(CertificateRules.Remarks(CertificateSlots.Empty, Estate.Lync, Now));
    }

    [Fact]
    public void Publishing_without_a_staged_certificate_is_refused()
    {
        var refusal = Assert.Throws<FaultException>(() => CertificateRules.PublishNow(CertificateSlots.Empty, "mail.litwareinc.com", Now));

        Assert.Equal(["PT2021"], refusal.Faults.Select(f => f.Code));
    }

    [Fact]
    public void Publishing_and_clearing_end_a_roll()
    {
        var staged = new CertificateSlots(null, Certs.Valid(1), Certs.Valid(2), Now.AddDays(3));

        var published = CertificateRules.PublishNow(staged, "mail.litwareinc.com", Now);

        Assert.Equal(new CertificateSlots(Certs.Valid(1), Certs.Valid(2), null, null) { CurrentSince = Now }, published);
        Assert.Equal(published with { Previous = null }, CertificateRules.ClearPrevious(published));
    }

    [Fact]
    public void Renewal_is_due_inside_its_period()
    {
        var certificate = Certs.Described(1, Now.AddYears(-1), Now.AddDays(60));

        Assert.Equal("PT2025", CertificateRules.RenewalDue(certificate, Now, 60, ServerProduct.ExchangeServer)?.Code);
        Assert.Null(CertificateRules.RenewalDue(certificate, Now, 59, ServerProduct.ExchangeServer));
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(30, 60)]
    [InlineData(1, 60)]
    [InlineData(90, 60)]
    public void A_certificate_that_was_just_made_is_not_due_for_renewal(int validityDays, int renewBeforeDays)
    {
        var made = Certs.Described(1, Now.AddMinutes(-10), Now.AddDays(validityDays));

        Assert.Null(CertificateRules.RenewalDue(made, Now, renewBeforeDays, ServerProduct.LyncServer));
        Assert.Equal("PT2025", CertificateRules.RenewalDue(made, made.NotAfter, renewBeforeDays, ServerProduct.LyncServer)?.Code);
    }

    [Theory]
    [InlineData("Microsoft Software Key Storage Provider", ServerProduct.ExchangeServer, "PT2020")]
    [InlineData("Microsoft Platform Crypto Key Storage Provider", ServerProduct.ExchangeServer, "PT2020")]
    [InlineData("Microsoft Software Key Storage Provider", ServerProduct.LyncServer, null)]
    [InlineData("Microsoft Enhanced RSA and AES Cryptographic Provider", ServerProduct.ExchangeServer, null)]
    [InlineData(null, ServerProduct.ExchangeServer, null)]
    public void Exchange_does_not_sign_with_a_key_that_a_Key_Storage_Provider_keeps(string? provider, ServerProduct product, string? code) =>
        Assert.Equal(code, KeyProviderRules.Check(Certs.Key(0) with { KeyProvider = provider }, product)?.Code);

    [Fact]
    public void A_certificate_is_wanted_with_its_key_on_every_server()
    {
        var thumbprint = Certs.Valid(1).Thumbprint;
        CertificateCopy[] copies =
        [
            new("a.litwareinc.com", thumbprint, true, true),
            new("b.litwareinc.com", thumbprint, false, true),
            new("d.litwareinc.com", thumbprint, true, true),
        ];

        var faults = PoolRules.Check(thumbprint, ["a.litwareinc.com", "b.litwareinc.com", "c.litwareinc.com", "d.litwareinc.com"], [.. copies]);

        Assert.Equal(["PT2005", "PT2019"], faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData(false, false, "PT2005")]
    [InlineData(true, false, "PT2006")]
    [InlineData(true, true, null)]
    public void Only_an_exportable_key_can_be_distributed(bool hasKey, bool exportable, string? code) =>
        Assert.Equal(code, PoolRules.Distribute(new CertificateCopy("a.litwareinc.com", Certs.Valid(1).Thumbprint, hasKey, exportable))?.Code);
}
