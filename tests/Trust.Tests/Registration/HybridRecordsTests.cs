using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Registration;

/// <summary>What the wizard of Microsoft 365 keeps is told from what administrators made in the same containers.</summary>
public sealed class HybridRecordsTests
{
    private const string Server = "ex1.litwareinc.com";

    private static readonly AuthorizationServer Cloud = Issuing("https://login.windows.net/x/metadata/json/1");
    private static readonly AuthorizationServer Own = Issuing("https://sts.litwareinc.com/metadata/json/1");

    [Theory]
    [InlineData("https://accounts.accesscontrol.windows.net/f5e2a1b0-7c6d-4e5f-8a9b-0c1d2e3f4a5b/metadata/json/1", true)]
    [InlineData("https://LOGIN.windows.net/f5e2a1b0/federationmetadata/2007-06/federationmetadata.xml", true)]
    [InlineData("https://login.microsoftonline.com/f5e2a1b0/metadata/json/1", true)]
    [InlineData("https://accounts.accesscontrol.chinacloudapi.cn/f5e2a1b0/metadata/json/1", true)]
    [InlineData("https://sts.litwareinc.com/metadata/json/1", false)]
    [InlineData("https://login.windows.net.litwareinc.com/metadata/json/1", false)]
    [InlineData("https://notlogin.windows.net/metadata/json/1", false)]
    public void An_authorization_server_is_the_cloud_s_by_its_host(string url, bool isHybrid) =>
        Assert.Equal(isHybrid, HybridRecords.Include(Issuing(url)));

    [Theory]
    [InlineData(WellKnownApplications.Exchange, true)]
    [InlineData(WellKnownApplications.SharePoint, true)]
    [InlineData(WellKnownApplications.Lync, true)]
    [InlineData("00000003-0000-0000-c000-000000000000", true)]
    [InlineData("5d4a7a3e-0c5e-4f1c-9a3e-6c1d2b7f8e90", false)]
    public void A_record_is_the_cloud_s_where_only_that_can_vouch_for_it_or_its_identifier_is_Microsoft_s(string identifier, bool byIdentifier)
    {
        var behind = Partner(new PartnerSource.AuthorizationServer(identifier, ""), identifier);

        Assert.True(HybridRecords.Include(behind, [Cloud]));
        Assert.Equal(byIdentifier, HybridRecords.Include(behind, [Cloud, Own]));
        Assert.False(HybridRecords.Include(behind, [Own]));
        Assert.False(HybridRecords.Include(behind, []));
    }

    [Fact]
    public void A_record_that_names_the_partner_s_own_document_is_never_the_cloud_s()
    {
        var source = new PartnerSource.Metadata(new Uri("https://lync.litwareinc.com/metadata/json/1"), TrustAnySslCertificate: false);

        Assert.False(HybridRecords.Include(Partner(source, WellKnownApplications.Lync), [Cloud]));
    }

    private static AuthorizationServer Issuing(string url) => new(Server, "sts", new Uri(url), "", "", TrustedKeys: []);

    private static PartnerApplication Partner(PartnerSource source, string identifier) => new(
        Server, "partner", source, identifier, "", $"{identifier}@", [], TrustLevel: null, Enabled: true, AcceptSecurityIdentifierInformation: false,
        LinkedAccount: null);
}
