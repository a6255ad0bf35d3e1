using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Registration;

public class PartnerApplicationRulesTests
{
    private static readonly DateTimeOffset Now = Certs.Now;
    private static readonly CertificateSlots Slots = new(null, Certs.Public(0), null, null);
    private static readonly AuthMetadataDocument LyncDocument =
        AuthMetadata.Of(Estate.Lync, Estate.LyncSettings, Slots, Estate.Lync.MetadataUrl, Now);

    private static readonly AuthMetadataDocument ExchangeDocument =
        AuthMetadata.Of(Estate.Exchange, null, Slots, Estate.Exchange.MetadataUrl, Now);

    private static readonly PartnerSource FromLync = new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false);
    private static readonly PartnerSource FromExchange = new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false);

    private static readonly PartnerApplicationDraft OnExchange =
        new(
            Estate.Exchange,
            "Lync",
            FromLync,
            null,
            true,
            true,
            new LinkedAccount("LyncEnterprise-ApplicationAccount", LinkedAccountRules.DefaultRoles(WellKnownApplications.Lync)));

    private static readonly PartnerApplicationDraft OnLync = new(Estate.Lync, "Exchange", FromExchange, null, true, false, null);

    private static readonly PartnerApplicationDraft Cloud =
        OnExchange with { Name = "Cloud", Source = new PartnerSource.AuthorizationServer(WellKnownApplications.Lync, ""), LinkedAccount = null };

    [Fact]
    public void Identifier_realm_and_keys_are_copied_from_the_document()
    {
        var record = PartnerApplicationRules.Register(OnExchange, LyncDocument, [], Now);

        Assert.Equal(
            (WellKnownApplications.Lync, "litwareinc.com", LyncDocument.Issuer), (record.ApplicationIdentifier, record.Realm, record.Issuer));
        Assert.Equal([Certs.Public(0)], record.TrustedKeys!.Value.AsEnumerable());
        Assert.Null(record.TrustLevel);
    }

    [Fact]
    public void A_record_that_does_not_show_its_keys_says_the_same_when_all_else_does()
    {
        var record = PartnerApplicationRules.Register(OnExchange, LyncDocument, [], Now) with { TrustedKeys = null };

        Assert.True(PartnerApplicationRules.IsSame(record, OnExchange, LyncDocument));
        Assert.False(PartnerApplicationRules.IsSame(record with { Enabled = false }, OnExchange, LyncDocument));
        Assert.Empty(PartnerApplicationRules.Remarks(record, Estate.Exchange));
    }

    [Fact]
    public void A_certificate_that_is_not_shown_may_be_the_wanted_one_and_a_shown_one_is_compared()
    {
        var source = new PartnerSource.Certificate(WellKnownApplications.Exchange, "contoso.com", Certs.Public(1));
        var wanted = OnLync with { Source = source };
        var record = PartnerApplicationRules.Register(wanted, null, [], Now);

        Assert.True(PartnerApplicationRules.IsSame(
            record with { Source = source with { Key = null }, TrustedKeys = null }, wanted, null));
        Assert.False(PartnerApplicationRules.IsSame(record with { Source = source with { Key = Certs.Public(2) } }, wanted, null));
        Assert.False(PartnerApplicationRules.IsSame(
            record with { Source = source with { Key = null, Realm = "fabrikam.com" } }, wanted, null));
    }

    [Fact]
    public void A_wanted_record_of_a_certificate_needs_it()
    {
        var source = new PartnerSource.Certificate(WellKnownApplications.Exchange, "contoso.com", Key: null);

        Assert.Throws<ArgumentException>(() => PartnerApplicationRules.Register(OnLync with { Source = source }, null, [], Now));
    }

    [Fact]
    public void Identifier_realm_and_key_are_taken_from_a_certificate_source()
    {
        var source = new PartnerSource.Certificate("00000002-0000-0FF1-CE00-000000000000", "contoso.com", Certs.Public(1));

        var record = PartnerApplicationRules.Register(OnLync with { Source = source }, null, [], Now);

        Assert.Equal("00000002-0000-0ff1-ce00-000000000000@contoso.com", record.Issuer);
        Assert.Equal([Certs.Public(1)], record.TrustedKeys!.Value.AsEnumerable());
    }

    [Fact]
    public void A_weak_key_that_is_given_is_refused_and_one_that_is_read_is_warned_about()
    {
        var weak = WeakKeys.Certificate(WeakKeys.RocaModulus, WeakKeys.UsualExponent);
        var given = OnLync with { Source = new PartnerSource.Certificate(WellKnownApplications.Exchange, "litwareinc.com", weak) };

        var refusal = Assert.Throws<FaultException>(() => PartnerApplicationRules.Register(given, null, [], Now));
        var record = PartnerApplicationRules.Register(OnLync, ExchangeDocument with { Keys = [weak] }, [], Now);

        Assert.Equal(("PT2030", "certificate.certificatePem"), (refusal.Faults.Single().Code, refusal.Faults[0].Property));
        Assert.Equal(["PT3029"], PartnerApplicationRules.Remarks(record, Estate.Lync).Select(f => f.Code));
    }

    [Fact]
    public void Lync_trusts_fully_unless_told_otherwise()
    {
        Assert.Equal(TrustLevel.Full, PartnerApplicationRules.Register(OnLync, ExchangeDocument, [], Now).TrustLevel);
        Assert.Equal(
            TrustLevel.Application,
            PartnerApplicationRules.Register(OnLync with { TrustLevel = TrustLevel.Application }, ExchangeDocument, [], Now).TrustLevel);
    }

    [Theory]
    [InlineData(WellKnownApplications.Lync, "ArchiveApplication,UserApplication")]
    [InlineData(WellKnownApplications.SharePoint, "Legal Hold,LegalHoldApplication,Mailbox Search,TeamMailboxLifecycleApplication,UserApplication")]
    [InlineData("f0f0f0f0-0000-0000-0000-000000000000", "UserApplication")]
    public void Each_kind_of_partner_has_its_roles(string identifier, string roles)
    {
        Assert.Equal(roles, string.Join(",", LinkedAccountRules.DefaultRoles(identifier)));
        Assert.EndsWith("Enterprise-ApplicationAccount", LinkedAccountRules.DefaultName(identifier), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_draft_gets_no_finding() => Assert.Empty(PartnerApplicationRules.Review(OnExchange, LyncDocument, [], Now));

    [Fact]
    public void A_second_record_of_the_same_partner_is_refused()
    {
        var first = PartnerApplicationRules.Register(OnLync, ExchangeDocument, [], Now);
        var byCertificate = OnLync with
        {
            Name = "Again",
            Source = new PartnerSource.Certificate(WellKnownApplications.Exchange, "litwareinc.com", Certs.Public(1)),
        };

        Assert.Equal("PT4001", Refused(OnLync with { Name = "Again" }, ExchangeDocument, first));
        Assert.Equal("PT4001", Refused(byCertificate, null, first));
    }

    [Fact]
    public void A_hybrid_record_of_the_same_identifier_stays_beside_the_direct_one()
    {
        var cloud = PartnerApplicationRules.Register(Cloud, null, [], Now);

        var record = PartnerApplicationRules.Register(OnExchange, LyncDocument, [cloud], Now);

        Assert.NotEqual(PartnerIdentity.Of(cloud), PartnerIdentity.Of(record));
        Assert.Equal(["PT4020"], PartnerApplicationRules.Review(OnExchange, LyncDocument, [cloud], Now).Select(f => f.Code));
    }

    [Fact]
    public void A_record_written_anew_is_no_duplicate_of_itself()
    {
        var record = PartnerApplicationRules.Register(OnExchange, LyncDocument, [], Now);
        var rolled = LyncDocument with { Keys = [Certs.Public(2)] };

        var updated = PartnerApplicationRules.Update(record, OnExchange with { Enabled = false }, rolled, [record], Now);

        Assert.Equal(record with { TrustedKeys = [Certs.Public(2)], Enabled = false }, updated);
    }

    [Fact]
    public void A_partner_that_became_another_is_not_written_over()
    {
        var record = PartnerApplicationRules.Register(OnLync, ExchangeDocument, [], Now);
        var moved = ExchangeDocument with { Realm = "contoso.com", Issuer = $"{WellKnownApplications.Exchange}@contoso.com" };

        var refusal = Assert.Throws<FaultException>(() => PartnerApplicationRules.Update(record, OnLync, moved, [record], Now));

        Assert.Equal("PT4002", refusal.Faults[0].Code);
    }

    [Theory]
    [InlineData("PT4003", "a@b", "contoso.com")]
    [InlineData("PT4003", "", "contoso.com")]
    [InlineData("PT4003", "a/b", "contoso.com")]
    [InlineData("PT4004", "a", "")]
    [InlineData("PT4004", "a", "contoso.com@x")]
    [InlineData("PT4004", "a", "conto so.com")]
    [InlineData("PT4005", "a", "*")]
    public void A_principal_that_no_token_can_carry_is_refused(string code, string identifier, string realm) =>
        Assert.Equal(code, Refused(OnLync with { Source = new PartnerSource.Certificate(identifier, realm, Certs.Public(0)) }, null));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("contoso.com")]
    public void A_cloud_application_may_be_of_any_realm(string realm) =>
        Assert.Equal(realm, PartnerApplicationRules.Register(
            Cloud with { Source = new PartnerSource.AuthorizationServer(WellKnownApplications.Lync, realm) }, null, [], Now).Realm);

    [Fact]
    public void A_server_is_not_its_own_partner() =>
        Assert.Equal("PT4006", Refused(OnLync with { Source = FromLync }, LyncDocument));

    [Fact]
    public void Exchange_registers_no_partner_by_a_bare_certificate() =>
        Assert.Equal("PT4007", Refused(OnExchange with { Source = new PartnerSource.Certificate("a", "litwareinc.com", Certs.Public(0)) }, null));

    [Fact]
    public void A_token_server_registers_the_clients_that_it_issues_for() =>
        Assert.Equal(
            Estate.Exchange.Issuer,
            PartnerApplicationRules.Register(OnLync with { Server = Estate.TokenServer, TrustLevel = null }, ExchangeDocument, [], Now).Issuer);

    [Fact]
    public void Only_Exchange_can_do_without_a_trusted_TLS_certificate()
    {
        Assert.Equal("PT4026", Refused(OnLync with { Source = new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, true) }, ExchangeDocument));
        Assert.Equal(
            ["PT4027"],
            PartnerApplicationRules.Review(
                OnExchange with { Source = new PartnerSource.Metadata(Estate.Lync.MetadataUrl, true) }, LyncDocument, [], Now).Select(f => f.Code));
    }

    [Fact]
    public void A_partner_whose_keys_have_all_expired_is_refused()
    {
        Assert.Equal("PT3028", Refused(OnLync, ExchangeDocument with { Keys = [Certs.Described(1, Now.AddDays(-9), Now.AddDays(-1))] }));
        Assert.Equal("PT2001", Refused(OnLync with
        {
            Source = new PartnerSource.Certificate("a", "b.com", Certs.Described(1, Now.AddDays(-9), Now.AddDays(-1))),
        }, null));
    }

    [Theory]
    [InlineData("PT4010", null)]
    [InlineData("PT4009", "UserApplication")]
    [InlineData(null, "ArchiveApplication,UserApplication")]
    public void Missing_rights_on_Exchange_are_told(string? code, string? roles)
    {
        var draft = OnExchange with
        {
            LinkedAccount = roles is null ? null : new LinkedAccount("account", [.. roles.Split(',')]),
        };

        var said = PartnerApplicationRules.Review(draft, LyncDocument, [], Now);

        Assert.Equal(code, said.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("5d4a7a3e-0c5e-4f1c-9a3e-6c1d2b7f8e90", "litwareinc.com", ServerProduct.SharePointServer, "PT4033")]
    [InlineData("5d4a7a3e-0c5e-4f1c-9a3e-6c1d2b7f8e90", "af90cc03-4a26-45e9-906a-609cebcebbde", ServerProduct.SharePointServer, null)]
    [InlineData(WellKnownApplications.Exchange, "litwareinc.com", ServerProduct.SharePointServer, null)]
    [InlineData("5d4a7a3e-0c5e-4f1c-9a3e-6c1d2b7f8e90", "litwareinc.com", ServerProduct.LyncServer, null)]
    public void An_issuer_of_tokens_for_a_farm_is_registered_with_its_realm(string identifier, string realm, ServerProduct product, string? code)
    {
        var server = Estate.Of("sp.litwareinc.com", product) with { Realm = "af90cc03-4a26-45e9-906a-609cebcebbde" };
        var draft = OnLync with { Server = server, TrustLevel = null, Source = new PartnerSource.Certificate(identifier, realm, Certs.Valid(1)) };

        Assert.Equal(code, FarmRules.Check(server, PartnerApplicationRules.Register(draft, null, [], Now))?.Code);
    }

    [Theory]
    [InlineData("UserApplicaton", "UserApplication")]
    [InlineData("Archive Application", "ArchiveApplication")]
    [InlineData("LyncServicesOfOurOwn", null)]
    public void A_role_that_is_mistyped_is_told_with_the_one_that_is_meant(string role, string? meant)
    {
        var draft = OnExchange with { LinkedAccount = new LinkedAccount("account", ["ArchiveApplication", "UserApplication", role]) };

        var said = PartnerApplicationRules.Review(draft, LyncDocument, [], Now);

        Assert.Equal(meant is null ? [] : ["PT4036"], said.Select(fault => fault.Code));
        Assert.All(said, fault => Assert.Contains($"\"{meant}\"", fault.Expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PT4011", "*.litwareinc.com", "litwareinc.com")]
    [InlineData("PT4011", "*.litwareinc.com", "sip.litwareinc.com")]
    [InlineData("PT4011", "*", "litwareinc.com")]
    [InlineData("PT4012", "contoso.com", "litwareinc.com")]
    [InlineData("PT4012", "*.contoso.com", "xcontoso.com")]
    [InlineData("PT4012", "Litwareinc.com", "litwareinc.com")]
    [InlineData(null, "*.litwareinc.com,litwareinc.com", "litwareinc.com")]
    [InlineData(null, "", "litwareinc.com")]
    public void Only_an_explicit_accepted_domain_counts_as_realm(string? code, string domains, string realm)
    {
        var server = Estate.Exchange with { AcceptedDomains = [.. domains.Split(',', StringSplitOptions.RemoveEmptyEntries)] };

        Assert.Equal(code, RealmRules.Check(server, realm)?.Code);
        Assert.Equal(code is null, RealmRules.IsAccepted(server, realm));
        Assert.Null(RealmRules.Check(Estate.Lync, "other.com"));
        Assert.Null(RealmRules.Check(server, "af90cc03-4a26-45e9-906a-609cebcebbde"));
    }

    [Theory]
    [InlineData("https://host/metadata/json/1", false, PartnerKind.Direct)]
    [InlineData("", true, PartnerKind.BehindAuthorizationServer)]
    [InlineData(null, false, PartnerKind.Certificate)]
    public void A_listing_tells_the_kind_of_a_record(string? url, bool useAuthServer, PartnerKind kind) =>
        Assert.Equal(kind, PartnerIdentity.KindOf(url, useAuthServer));

    private static string Refused(PartnerApplicationDraft draft, AuthMetadataDocument? document, params PartnerApplication[] siblings) =>
        Assert.Throws<FaultException>(() => PartnerApplicationRules.Register(draft, document, siblings, Now)).Faults[0].Code;
}
