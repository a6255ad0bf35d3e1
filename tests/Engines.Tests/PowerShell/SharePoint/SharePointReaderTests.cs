using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.PowerShell.SharePoint;

public sealed class SharePointReaderTests : IDisposable
{
    private readonly ModelEstate estate = new();

    public void Dispose() => estate.Dispose();

    [Fact]
    public async Task The_farm_signs_with_what_its_token_service_says()
    {
        estate.SharePoint.Signing = Certs.Public(0);

        Assert.Equal(
            new CertificateSlots(null, Certs.Public(0), null, null), (await estate.ReadAsync(Litware.SharePoint, ServerParts.Certificates)).Slots);
    }

    [Fact]
    public async Task Where_that_cannot_be_read_its_document_tells()
    {
        Assert.Equal(Certs.Public(2), (await estate.ReadAsync(Litware.SharePoint, ServerParts.Certificates)).Slots.Current);

        estate.Published.Clear();
        var fault = await Assert.ThrowsAsync<FaultException>(() => estate.ReadAsync(Litware.SharePoint, ServerParts.Certificates));
        Assert.Equal("PT8152", fault.Faults[0].Code);
    }

    [Fact]
    public async Task Issuers_are_partners_or_authorization_servers()
    {
        Add("Exchange", Estate.Exchange.Issuer, Estate.Exchange.MetadataUrl.AbsoluteUri, isBroker: false);
        Add("app", "app@farm", null, isBroker: true);
        Add("broker", "broker@farm", "https://broker.litwareinc.com/metadata/json/1", isBroker: true);
        Add("ACS", "00000001-0000-0000-c000-000000000000@tenant", "https://accounts.accesscontrol.windows.net/metadata/json/1/", isBroker: true);
        Add("sts", "sts@litwareinc.com", Estate.TokenServer.MetadataUrl.AbsoluteUri, isBroker: false);
        Add("odd", "no issuer of ours", null, isBroker: false);

        var found = await estate.ReadAsync(Litware.SharePoint, ServerParts.PartnerApplications | ServerParts.AuthorizationServers);

        Assert.Equal(["Exchange", "app", "broker"], found.PartnerApplications.Select(record => record.Name));
        Assert.Equal(["ACS", "sts"], found.AuthorizationServers.Select(record => record.Name));
        Assert.Equal(new PartnerSource.Certificate("app", "farm", Certs.Public(1)), found.PartnerApplications[1].Source);
        Assert.Equal(Estate.Exchange.Issuer, found.PartnerApplications[0].Issuer);
        Assert.Single(estate.SharePoint.Sent);
    }

    [Fact]
    public async Task Certificates_that_are_asked_for_are_looked_for_in_the_store_of_the_machine()
    {
        estate.SharePoint.Signing = Certs.Public(0);
        estate.SharePoint.Store[Certs.Public(1).Thumbprint] = Certs.Public(1);

        var found = await estate.ReadAsync(
            Litware.SharePoint, ServerParts.Certificates, Certs.Public(1).Thumbprint, Certs.Public(0).Thumbprint, Certs.Public(3).Thumbprint);

        Assert.Equal([Certs.Public(0), Certs.Public(1)], found.Certificates.Select(stored => stored.Certificate));
    }

    [Fact]
    public async Task A_token_server_is_known_by_what_it_publishes_alone()
    {
        var found = await estate.ReadAsync(Litware.TokenServer, ServerParts.All);

        Assert.Equal(Certs.Public(3), found.Slots.Current);
        Assert.Equal(Estate.TokenServer.MetadataUrl, Assert.Single(found.PublishedAt));
        Assert.Empty(found.PartnerApplications);
    }

    [Fact]
    public async Task A_server_that_is_not_configured_is_refused()
    {
        var fault = await Assert.ThrowsAsync<FaultException>(() => estate.ReadAsync("other.litwareinc.com", ServerParts.All));

        Assert.Equal("PT7001", fault.Faults[0].Code);
    }

    private void Add(string name, string issuer, string? url, bool isBroker) =>
        estate.SharePoint.Issuers[name] = new SharePointModel.Issuer(name, issuer, url, Certs.Public(1), isBroker);
}
