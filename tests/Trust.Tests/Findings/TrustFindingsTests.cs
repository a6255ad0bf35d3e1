using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Findings;

public class TrustFindingsTests
{
    private static readonly DateTimeOffset Now = Certs.Now;
    private static readonly TrustState Sound = States.TwoWay;

    [Fact]
    public void A_sound_trust_has_no_findings() => Assert.Empty(TrustFindings.Of(Sound, Now));

    [Fact]
    public void An_expired_auth_certificate_is_found()
    {
        var finding = Single("CERT-001", Rolled(new CertificateSlots(null, Certs.Described(5, Now.AddYears(-1), Now.AddDays(-1)), null, null)));

        Assert.Equal(("PT2001", 1), (finding.Fault.Code, finding.Failure!.Number));
    }

    [Fact]
    public void A_certificate_about_to_expire_without_a_successor_is_found()
    {
        var state = Rolled(new CertificateSlots(null, Certs.Described(5, Now.AddYears(-1), Now.AddDays(59)), null, null));

        Assert.Equal("PT2025", Single("CERT-001", state).Fault.Code);
        Assert.Equal("PT2028", Single("CERT-002", state).Fault.Code);
    }

    [Fact]
    public void A_staged_successor_is_enough_when_it_comes_in_time()
    {
        var current = Certs.Described(5, Now.AddYears(-1), Now.AddDays(59));

        var inTime = Rolled(new CertificateSlots(null, current, Certs.Valid(9), Now.AddDays(30)));
        var late = Rolled(new CertificateSlots(null, current, Certs.Valid(9), Now.AddDays(60)));

        Assert.DoesNotContain(TrustFindings.Of(inTime, Now), f => f.Check is "CERT-002" or "CERT-005");
        Assert.Equal("PT2015", Single("CERT-005", late).Fault.Code);
    }

    [Fact]
    public void A_published_document_without_a_certificate_is_found() =>
        Assert.Equal(("PT3021", 3), Numbers(Single("CERT-003", Sound.Holding(Estate.Exchange.Fqdn, CertificateSlots.Empty))));

    [Theory]
    [InlineData(ServerProduct.LyncServer, 20)]
    [InlineData(ServerProduct.ExchangeServer, 21)]
    public void A_certificate_missing_on_a_member_is_found(ServerProduct product, int row)
    {
        var server = Estate.ByProduct(product) with { Members = ["one.litwareinc.com", "two.litwareinc.com"] };
        var bound = Sound.Certificates[server.Fqdn].Current!;
        var onOne = new CertificateCopy("one.litwareinc.com", bound.Thumbprint, true, true);
        var state = Sound with { Servers = Sound.Servers.SetItem(server.Fqdn, server) };

        var finding = Single("CERT-003", state with { MemberCopies = state.MemberCopies.Add(server.Fqdn, [onOne]) });
        Assert.Equal(("PT2019", row), Numbers(finding));
        Assert.Contains("two.litwareinc.com", finding.Fault.Found, StringComparison.Ordinal);

        var onTwo = onOne with { Server = "two.litwareinc.com" };
        Assert.Empty(TrustFindings.Of(state with { MemberCopies = state.MemberCopies.Add(server.Fqdn, [onOne, onTwo]) }, Now));
    }

    [Fact]
    public void A_key_rolled_behind_the_partners_back_is_found()
    {
        var finding = Single("META-004", Rolled(new CertificateSlots(States.ExchangeKey, Certs.Valid(9), null, null)));

        Assert.Equal(("PT3026", 7), Numbers(finding));
        Assert.Equal((Estate.Lync.Fqdn, "Exchange"), (finding.Server, finding.Name));
    }

    [Fact]
    public void Of_keys_that_are_not_shown_nothing_is_said()
    {
        var rolled = Rolled(new CertificateSlots(States.ExchangeKey, Certs.Valid(9), null, null));

        Assert.Empty(TrustFindings.Of(rolled.Holding(States.OnLync with { TrustedKeys = null }), Now));
    }

    [Fact]
    public void A_weak_key_is_found_at_its_owner_and_at_who_trusts_it()
    {
        var weak = WeakKeys.Certificate(WeakKeys.RocaModulus, WeakKeys.UsualExponent);
        var state = Rolled(new CertificateSlots(null, weak, null, null)).Holding(States.OnLync with { TrustedKeys = [weak] });

        Assert.Equal(
            [("PT3029", Estate.Lync.Fqdn), ("PT2030", Estate.Exchange.Fqdn)],
            TrustFindings.Of(state, Now).Where(f => f.Check == "CERT-004").Select(f => (f.Fault.Code, f.Server)));
        Assert.All(TrustFindings.Of(state, Now).Where(f => f.Check == "CERT-004"), f => Assert.True(f.Fault.IsWarning && f.Failure is null));
    }

    [Fact]
    public void A_changed_realm_is_found()
    {
        var state = Sound.Holding(Estate.LyncSettings with { Realm = "contoso.com" });

        Assert.Equal(("PT3025", 17), Numbers(Single("META-003", state)));
    }

    [Fact]
    public void A_changed_service_name_is_found_at_whoever_registered_it()
    {
        var finding = Single("META-002", Sound.Holding(Estate.LyncSettings with { ServiceName = "00000009-0000-0ff1-ce00-000000000000" }));

        Assert.Equal(("PT3024", 17), Numbers(finding));
        Assert.Equal(Estate.Exchange.Fqdn, finding.Server);
    }

    [Fact]
    public void A_lost_record_is_found()
    {
        var state = Sound with { PartnerApplications = Sound.PartnerApplications.Remove((Estate.Exchange.Fqdn, "Lync")) };

        var finding = Single("TRUST-001", state);

        Assert.Equal(("PT4023", 12), Numbers(finding));
        Assert.Equal(Estate.Exchange.Fqdn, finding.Server);
    }

    [Fact]
    public void A_disabled_record_is_found() =>
        Assert.Equal(("PT4021", 17), Numbers(Single("TRUST-002", Sound.Holding(States.OnLync with { Enabled = false }))));

    [Fact]
    public void Duplicate_records_are_found() =>
        Assert.Equal(("PT4019", 16), Numbers(Single("TRUST-003", Sound.Holding(States.OnExchange with { Name = "LyncEnterprise-1" }))));

    [Fact]
    public void A_low_trust_level_is_found() =>
        Assert.Equal(("PT4022", 12), Numbers(Single("TRUST-004", Sound.Holding(States.OnLync with { TrustLevel = TrustLevel.User }))));

    [Fact]
    public void Refused_security_identifiers_are_found_where_they_matter()
    {
        var mailbox =
            new Mailbox("sip:kenmyer@litwareinc.com", "kenmyer@litwareinc.com", Estate.Exchange.Fqdn, false) { SecurityIdentifier = "S-1-5-21" };
        var refusing = Sound.Holding(States.OnExchange with { AcceptSecurityIdentifierInformation = false });

        Assert.Empty(TrustFindings.Of(refusing, Now));
        Assert.Equal(("PT4029", 32), Numbers(Single("TRUST-004", refusing with { Mailboxes = refusing.Mailboxes.Add(mailbox.SipUri, mailbox) })));
    }

    [Fact]
    public void A_missing_linked_account_or_role_is_found()
    {
        Assert.Equal(("PT4010", 10), Numbers(Single("TRUST-005", Sound.Holding(States.OnExchange with { LinkedAccount = null }))));
        Assert.Equal(
            ("PT4009", 10),
            Numbers(Single("TRUST-005", Sound.Holding(States.OnExchange with { LinkedAccount = new LinkedAccount("a", ["UserApplication"]) }))));
    }

    [Fact]
    public void Exchange_Online_without_an_account_is_found()
    {
        var cloud = States.OnExchange with
        {
            Name = "Exchange Online",
            ApplicationIdentifier = WellKnownApplications.Exchange,
            Realm = "",
            Issuer = WellKnownApplications.Exchange + "@",
            Source = new PartnerSource.AuthorizationServer(WellKnownApplications.Exchange, ""),
            TrustedKeys = [],
            LinkedAccount = null,
        };

        Assert.Equal(("PT4010", 24), Numbers(Single("TRUST-005", Sound.Holding(cloud))));
    }

    [Fact]
    public void A_token_server_whose_key_was_rolled_is_found()
    {
        var record = new AuthorizationServer(
            Estate.Lync.Fqdn, "sts", Estate.TokenServer.MetadataUrl, "litwareinc.com", Estate.TokenServer.Issuer, [Certs.Valid(20)]);
        var state = Sound.Holding(Estate.TokenServer, Certs.Valid(21)) with
        {
            AuthorizationServers = Sound.AuthorizationServers.Add((record.Server, record.Name), record),
        };

        Assert.Equal(["PT3026", "PT3027"], TrustFindings.Of(state, Now).Select(f => f.Fault.Code).Order());
        Assert.Empty(TrustFindings.Of(state.Holding(Estate.TokenServer, Certs.Valid(20)), Now));
    }

    [Fact]
    public void A_hybrid_record_is_pointed_out()
    {
        var cloud = States.OnExchange with
        {
            Name = "Cloud",
            Realm = "",
            Issuer = WellKnownApplications.Lync + "@",
            Source = new PartnerSource.AuthorizationServer(WellKnownApplications.Lync, ""),
            TrustedKeys = [],
        };

        Assert.Equal(("PT4020", 18), Numbers(Single("TRUST-006", Sound.Holding(cloud))));
        Assert.Equal(("PT4008", 12), Numbers(Single("TRUST-001", Sound.Holding(cloud))));
    }

    [Theory]
    [InlineData(null, "PT4024")]
    [InlineData("https://autodiscover.litwareinc.com/autodiscover/autodiscover.xml", "PT4015")]
    public void A_wrong_autodiscover_url_is_found(string? url, string code) =>
        Assert.Equal(
            (code, 14),
            Numbers(Single("CFG-001", Sound.Holding(Estate.LyncSettings with { ExchangeAutodiscoverUrl = url is null ? null : new Uri(url) }))));

    [Theory]
    [InlineData("*.litwareinc.com", "PT4011")]
    [InlineData("contoso.com", "PT4012")]
    public void A_realm_that_is_no_explicit_accepted_domain_is_found(string domain, string code)
    {
        var exchange = Estate.Exchange with { AcceptedDomains = [domain] };

        Assert.Equal((code, 9), Numbers(Single("CFG-002", Sound with { Servers = Sound.Servers.SetItem(exchange.Fqdn, exchange) })));
    }

    [Fact]
    public void A_changed_service_name_is_found() =>
        Assert.Equal(
            "PT4025",
            Single("CFG-003", Sound.Holding(Estate.LyncSettings with { ServiceName = "00000009-0000-0ff1-ce00-000000000000" })).Fault.Code);

    [Fact]
    public void Every_failure_of_the_field_is_in_the_catalogue()
    {
        Assert.Equal(Enumerable.Range(1, 33), FailureCatalogue.All.Select(f => f.Number));
        Assert.All(FailureCatalogue.All, f => Assert.EndsWith(".", f.Symptom, StringComparison.Ordinal));
        Assert.All(FailureCatalogue.All, f => Assert.EndsWith(".", f.PossibleCause, StringComparison.Ordinal));
    }

    private static TrustState Rolled(CertificateSlots slots) => Sound.Holding(Estate.Exchange.Fqdn, slots);

    private static TrustFinding Single(string check, TrustState state) => TrustFindings.Of(state, Now).Single(f => f.Check == check);

    private static (string, int) Numbers(TrustFinding finding) => (finding.Fault.Code, finding.Failure!.Number);
}
