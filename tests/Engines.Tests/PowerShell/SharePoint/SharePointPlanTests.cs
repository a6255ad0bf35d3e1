using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.SharePoint;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.SharePoint;

public sealed class SharePointPlanTests
{
    private const string Grant = "Get-SPAppPrincipal -NameIdentifier 00000002-0000-0ff1-ce00-000000000000@litwareinc.com -Site https://sp.litwareinc.com/ => appPrincipal; "
        + "Set-SPAppPrincipalPermission -AppPrincipal $appPrincipal -Site https://sp.litwareinc.com/ -Scope SiteSubscription -Right FullControl -EnableAppOnlyPolicy";

    private static readonly PartnerApplication Exchange = States.OnLync with
    {
        Server = Litware.SharePoint,
        TrustLevel = null,
        TrustedKeys = [Certs.Public(1)],
    };

    private static readonly PartnerApplication Lync = Exchange with
    {
        Name = "Lync",
        ApplicationIdentifier = WellKnownApplications.Lync,
        Issuer = Estate.Lync.Issuer,
        Source = new PartnerSource.Certificate(WellKnownApplications.Lync, Litware.Realm, Certs.Public(0)),
        TrustedKeys = [Certs.Public(0)],
    };

    [Fact]
    public void A_certificate_of_the_machine_is_named_and_another_is_brought()
    {
        var wanted = new CertificateSlots(null, Certs.Public(1), null, null);
        var found = Sight() with { Bound = new BoundCertificates(null, Certs.Public(0).Thumbprint, null, null) };

        Assert.Equal("Set-SPSecurityTokenServiceConfig -SigningCertificateThumbprint key1", Plan(found, new ServerChange.Certificates(wanted, null)));
        Assert.Equal(
            "Set-SPSecurityTokenServiceConfig -ImportSigningCertificate <pfx>",
            Plan(found, new ServerChange.Certificates(wanted, CertificateToImport.Wrap(Certs.Key(1), OneTimePassword.Make()))));
        Assert.Equal(
            "", Plan(found, new ServerChange.Certificates(wanted with { Current = Certs.Public(0) }, null)));
    }

    [Fact]
    public void Nothing_is_unbound_and_what_is_left_is_said()
    {
        var found = Sight() with { Bound = new BoundCertificates(null, Certs.Public(0).Thumbprint, null, null) };

        var plan = SharePointPlan.Of(Estate.SharePoint, found, new ServerChange.Certificates(CertificateSlots.Empty, null));

        Assert.Empty(plan.Calls);
        Assert.Equal("PT8150", Assert.Single(plan.Remarks).Code);
    }

    [Fact]
    public void Exchange_is_registered_by_its_document_and_gets_the_permission_that_the_vendor_gives_it() => Assert.Equal(
        $"New-SPTrustedSecurityTokenIssuer -Name Exchange -MetadataEndPoint {Estate.Exchange.MetadataUrl} -IsTrustBroker; {Grant}",
        Plan(Sight(), Saved(null, Exchange)));

    [Fact]
    public void The_permission_is_granted_again_whenever_the_record_is_written() =>
        Assert.Equal(Grant, Plan(Sight(Exchange), Saved(Exchange, Exchange)));

    [Fact]
    public void Others_are_registered_without_one_and_by_a_certificate_where_that_is_given() => Assert.Equal(
        "New-SPTrustedSecurityTokenIssuer -Name Lync -Certificate der0 -RegisteredIssuerName 00000004-0000-0ff1-ce00-000000000000@litwareinc.com -IsTrustBroker",
        Plan(Sight(Exchange), Saved(null, Lync)));

    [Fact]
    public void What_can_be_set_is_set_and_else_the_record_is_made_anew()
    {
        var published = Lync with { Source = new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false) };

        Assert.Equal(
            "Set-SPTrustedSecurityTokenIssuer -Identity Lync -Certificate der2 -RegisteredIssuerName 00000004-0000-0ff1-ce00-000000000000@litwareinc.com -IsTrustBroker",
            Plan(Sight(Lync), Saved(Lync, Lync with
            {
                Source = new PartnerSource.Certificate(WellKnownApplications.Lync, Litware.Realm, Certs.Public(2)),
                TrustedKeys = [Certs.Public(2)],
            })));
        Assert.Equal(
            $"Remove-SPTrustedSecurityTokenIssuer -Identity Lync; New-SPTrustedSecurityTokenIssuer -Name Lync -MetadataEndPoint {Estate.Lync.MetadataUrl} -IsTrustBroker",
            Plan(Sight(Lync), Saved(Lync, published)));
    }

    [Fact]
    public void A_partner_behind_an_authorization_server_is_refused()
    {
        var behind = Exchange with { Source = new PartnerSource.AuthorizationServer(Exchange.ApplicationIdentifier, "") };

        var refusal = Assert.Throws<FaultException>(() => Plan(Sight(), Saved(null, behind)));

        Assert.Equal("PT8016", refusal.Faults[0].Code);
    }

    [Fact]
    public void An_authorization_server_is_no_trust_broker_and_may_be_named_by_a_realm_of_its_own()
    {
        var record = new AuthorizationServer(
            Litware.SharePoint, "sts", Estate.TokenServer.MetadataUrl, "tenant", Estate.TokenServer.Issuer, [Certs.Public(3)]);

        Assert.Equal(
            $"New-SPTrustedSecurityTokenIssuer -Name sts -MetadataEndPoint {record.AuthMetadataUrl} -RegisteredIssuerName 00000001-0000-0000-c000-000000000000@tenant",
            Plan(Sight(), new ServerChange.AuthorizationServerRecord(new RecordChange<AuthorizationServer>([], null, record))));
    }

    private static string Plan(ServerSight found, ServerChange change) =>
        string.Join("; ", CallText.Of(SharePointPlan.Of(Estate.SharePoint, found, change).Calls));

    private static ServerChange.PartnerRecord Saved(PartnerApplication? before, PartnerApplication wanted) =>
        new(new RecordChange<PartnerApplication>([], before, wanted));

    private static ServerSight Sight(params PartnerApplication[] records) =>
        new(new ServerSnapshot(Litware.SharePoint, ServerParts.All) { PartnerApplications = [.. records] });
}
