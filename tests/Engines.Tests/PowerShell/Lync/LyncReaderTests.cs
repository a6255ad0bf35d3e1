using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Lync;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Lync;

public sealed class LyncReaderTests : IDisposable
{
    private readonly ModelEstate estate = new();

    public void Dispose() => estate.Dispose();

    [Fact]
    public async Task Nothing_is_bound_where_the_cmdlet_gives_out_nothing() =>
        Assert.Equal(CertificateSlots.Empty, (await estate.ReadAsync(Litware.Lync, ServerParts.Certificates)).Slots);

    [Fact]
    public async Task What_signs_has_signed_since_its_effective_date()
    {
        estate.BindOnLync(0);

        var found = await estate.ReadAsync(Litware.Lync, ServerParts.Certificates);

        Assert.Equal(new CertificateSlots(null, Certs.Public(0), null, null) { CurrentSince = Certs.Now.AddDays(-9) }, found.Slots);
        Assert.Equal(new StoredCertificate(Certs.Public(0), true, null), Assert.Single(found.Certificates));
        Assert.Null(found.Copies);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_staged_certificate_is_next_however_the_server_shows_it(bool apart)
    {
        estate.BindOnLync(0);
        estate.Lync.Store[Certs.Public(1).Thumbprint] = Certs.Public(1);
        (estate.Lync.Staged, estate.Lync.ShowsStagedApart) = ((Certs.Public(1).Thumbprint, Certs.Now.AddDays(3)), apart);

        var slots = (await estate.ReadAsync(Litware.Lync, ServerParts.Certificates)).Slots;

        Assert.Equal((Certs.Public(0), Certs.Public(1), Certs.Now.AddDays(3)), (slots.Current, slots.Next, slots.NextEffectiveDate));
        Assert.Null(slots.Previous);
    }

    [Fact]
    public void Of_several_that_have_taken_effect_the_latest_signs()
    {
        var bound = LyncCertificates.BoundBy(
            [Assigned(0, Certs.Now.AddDays(-9)), Assigned(1, Certs.Now.AddDays(-1)), Assigned(2, Certs.Now.AddDays(1))], Certs.Now);

        Assert.Equal(
            (Certs.Public(0).Thumbprint, Certs.Public(1).Thumbprint, Certs.Public(2).Thumbprint), (bound.Previous, bound.Current, bound.Next));
    }

    [Fact]
    public async Task A_certificate_that_lies_elsewhere_is_taken_from_what_the_server_publishes()
    {
        estate.BindOnLync(0);
        estate.Lync.Store.Clear();

        var found = await estate.ReadAsync(Litware.Lync, ServerParts.Certificates);

        Assert.Equal(new StoredCertificate(Certs.Public(0), null, null), Assert.Single(found.Certificates));
    }

    [Fact]
    public async Task One_that_nobody_has_is_a_fault_and_not_absent()
    {
        estate.BindOnLync(3);
        estate.Lync.Store.Clear();

        var fault = await Assert.ThrowsAsync<FaultException>(() => estate.ReadAsync(Litware.Lync, ServerParts.Certificates));

        Assert.Equal("PT8151", Assert.Single(fault.Faults).Code);
    }

    [Fact]
    public async Task Certificates_that_are_asked_for_are_looked_for_by_the_same_call_as_those_that_are_bound()
    {
        estate.BindOnLync(0);
        estate.Lync.Store[Certs.Public(2).Thumbprint] = Certs.Public(2);

        var found = await estate.ReadAsync(Litware.Lync, ServerParts.Certificates, Certs.Public(2).Thumbprint, Certs.Public(1).Thumbprint);

        Assert.Equal([Certs.Public(0), Certs.Public(2)], found.Certificates.Select(stored => stored.Certificate));
        Assert.Equal(["Get-CsCertificate", "Get-Item"], estate.Lync.Sent.Select(call => call.Cmdlet));
    }

    [Fact]
    public async Task Records_are_told_apart_by_where_their_keys_come_from()
    {
        Add("Exchange", WellKnownApplications.Exchange, Litware.Realm, Estate.Exchange.MetadataUrl.AbsoluteUri);
        Add("microsoft.exchange", WellKnownApplications.Exchange.ToUpperInvariant(), "", "Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.UseOAuthServer");
        Add("app", "app", "farm", "Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.CertificateData");

        var found = await estate.PartnersAsync(Litware.Lync);

        Assert.Equal(new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false), found["Exchange"].Source);
        Assert.Equal(TrustLevel.Full, found["Exchange"].TrustLevel);
        Assert.Equal(new PartnerIdentity(WellKnownApplications.Exchange, PartnerKind.BehindAuthorizationServer, ""), PartnerIdentity.Of(found["microsoft.exchange"]));
        Assert.Equal(new PartnerIdentity("app", PartnerKind.Certificate, "farm"), PartnerIdentity.Of(found["app"]));
    }

    [Fact]
    public async Task The_realm_of_a_record_without_one_is_that_of_its_document()
    {
        Add("Exchange", WellKnownApplications.Exchange, "", Estate.Exchange.MetadataUrl.AbsoluteUri);

        Assert.Equal(Estate.Exchange.Issuer, (await estate.PartnersAsync(Litware.Lync))["Exchange"].Issuer);
    }

    [Fact]
    public async Task Records_that_were_not_asked_for_are_left_out()
    {
        Add("Exchange", WellKnownApplications.Exchange, Litware.Realm, Estate.Exchange.MetadataUrl.AbsoluteUri);
        Add("SharePoint", WellKnownApplications.SharePoint, Litware.Realm, Estate.SharePoint.MetadataUrl.AbsoluteUri);

        Assert.Equal("SharePoint", await OnlyAsync(new RecordFilter.OfApplications([WellKnownApplications.SharePoint])));
        Assert.Equal("Exchange", await OnlyAsync(new RecordFilter.OfIssuer(Estate.Exchange.Issuer)));

        async Task<string> OnlyAsync(RecordFilter filter) => Assert.Single((await estate.Reader.ReadAsync(
            new ServerQuery(Litware.Lync, ServerParts.PartnerApplications) { Records = filter },
            Engines.Contract.Silence.Instance,
            default)).PartnerApplications).Name;
    }

    [Fact]
    public async Task Settings_are_read_as_they_are_and_what_is_no_URL_differs_from_every_one()
    {
        (estate.Lync.Settings["ExchangeAutodiscoverAllowedDomains"], estate.Lync.Settings["Realm"]) = ("*.contoso.com; fabrikam.com;", "");
        var none = (await estate.ReadAsync(Litware.Lync, ServerParts.Settings)).Settings!;
        estate.Lync.Settings["ExchangeAutodiscoverUrl"] = "autodiscover.litwareinc.com";
        var wrong = (await estate.ReadAsync(Litware.Lync, ServerParts.Settings)).Settings!;

        Assert.Equal("*.contoso.com fabrikam.com", string.Join(' ', none.ExchangeAutodiscoverAllowedDomains));
        Assert.Equal((Litware.Realm, null), (none.Realm, none.ExchangeAutodiscoverUrl));
        Assert.NotNull(wrong.ExchangeAutodiscoverUrl);
    }

    [Fact]
    public async Task Authorization_servers_are_known_by_the_issuer_of_their_document()
    {
        estate.Lync.OAuthServers["sts"] = new LyncModel.OAuthServer(
            "sts", WellKnownApplications.TokenServer, "tenant", Estate.TokenServer.MetadataUrl.AbsoluteUri);
        estate.Lync.OAuthServers["acs"] = new LyncModel.OAuthServer("acs", WellKnownApplications.TokenServer, "", "");

        var found = Assert.Single((await estate.ReadAsync(Litware.Lync, ServerParts.AuthorizationServers)).AuthorizationServers);

        Assert.Equal(("sts", "tenant", Estate.TokenServer.Issuer), (found.Name, found.Realm, found.Issuer));
    }

    [Fact]
    public async Task A_whole_look_costs_five_calls()
    {
        estate.BindOnLync(0);

        await estate.ReadAsync(Litware.Lync, ServerParts.All);

        Assert.Equal(5, estate.Lync.Sent.Count);
    }

    [Fact]
    public async Task A_server_that_cannot_be_read_is_a_fault()
    {
        estate.Lync.Befalls = _ => Trouble.FailsBefore;

        await Assert.ThrowsAsync<FaultException>(() => estate.ReadAsync(Litware.Lync, ServerParts.PartnerApplications));
    }

    private static Engines.PowerShell.Wire.CmdletObject Assigned(int key, DateTimeOffset since) => Give.Object(
        ("Thumbprint", Certs.Public(key).Thumbprint.Hex), ("PreviousThumbprint", ""), ("EffectiveDate", since));

    private void Add(string name, string identifier, string realm, string token) =>
        estate.Lync.Partners[name] = new LyncModel.Partner(name, identifier, realm, token, "Full", false, true);
}
