using PartnerTrust.CmdletSimulator.Tests.Shells;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Testing;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Tests.Answers;

/// <summary>SharePoint's cmdlets, without a shell.</summary>
public sealed class SharePointAnswerTests : IAsyncLifetime
{
    private static readonly SentValue.Switch On = new(true);
    private PlayedServers played = null!;

    public async Task InitializeAsync() => played = await PlayedServers.StartAsync();

    public Task DisposeAsync() => played.DisposeAsync().AsTask();

    [Fact]
    public async Task A_trust_broker_is_a_partner_and_another_issuer_an_authorization_server()
    {
        await played.World.DoAsync("New-SPTrustedSecurityTokenIssuer", "MetadataEndPointParameterSet", ("Name", "Exchange"), ("IsTrustBroker", On),
            ("MetadataEndPoint", new SentValue.Address(Estate.Exchange.MetadataUrl.OriginalString)));
        await played.World.DoAsync("New-SPTrustedSecurityTokenIssuer", "MetadataEndPointParameterSet", ("Name", "sts"),
            ("MetadataEndPoint", new SentValue.Address(Estate.TokenServer.MetadataUrl.OriginalString)));
        var issuers = await played.World.DoAsync("Get-SPTrustedSecurityTokenIssuer", "__AllParameterSets");

        Assert.Equal([("Exchange", "False"), ("sts", "True")], issuers.Select(issuer => (issuer.Text("Name"), issuer.Text("IsSelfIssuer"))));
        Assert.Equal(Estate.Exchange.Issuer, issuers[0].Text("NameId"));
        Assert.NotNull(await played.Engine.FindPartnerApplicationAsync(Litware.SharePoint, "Exchange", default));
        Assert.NotNull(await played.Engine.FindAuthorizationServerAsync(Litware.SharePoint, "sts", default));
    }

    [Fact]
    public async Task A_given_key_comes_with_the_issuers_name_and_an_issuer_goes_again()
    {
        var key = new SentValue.Certificate(Certs.Public(2).Der, null);
        await played.World.DoAsync("New-SPTrustedSecurityTokenIssuer", "ImportCertificateParameterSet", ("Name", "app"), ("IsTrustBroker", On),
            ("Certificate", key), ("RegisteredIssuerName", "my-app@a.b"));
        await played.World.DoAsync("Set-SPTrustedSecurityTokenIssuer", "MetadataEndPointParameterSet", ("Identity", "app"), ("Description", "ours"));
        var kept = Assert.Single(await played.World.DoAsync("Get-SPTrustedSecurityTokenIssuer", "__AllParameterSets", ("Identity", "app")));
        await played.World.DoAsync("Remove-SPTrustedSecurityTokenIssuer", "__AllParameterSets", ("Identity", "app"));
        var gone = await played.World.FailAsync("Get-SPTrustedSecurityTokenIssuer", "__AllParameterSets", ("Identity", "app"));

        Assert.Equal(("my-app@a.b", "ours"), (kept.Text("RegisteredIssuerName"), kept.Text("Description")));
        Assert.Equal(("InvalidData", "Microsoft.SharePoint.PowerShell.SPCmdletGetTrustedSecurityTokenIssuer"), (gone.Category, gone.Id));
    }

    [Fact]
    public async Task The_farm_signs_with_what_it_is_given()
    {
        await played.World.DoAsync("Set-SPSecurityTokenServiceConfig", "SigningCertificateImport",
            ("ImportSigningCertificate", new SentValue.Certificate(Certs.Public(3).Der, Certs.Key(3).Pkcs8)));
        var config = Assert.Single(await played.World.DoAsync("Get-SPSecurityTokenServiceConfig", "__AllParameterSets"));
        var keyless = await played.World.FailAsync("Set-SPSecurityTokenServiceConfig", "SigningCertificateImport",
            ("ImportSigningCertificate", new SentValue.Certificate(Certs.Public(2).Der, null)));

        var provider = Assert.IsType<PlayedValue.Thing>(config["LocalLoginProvider"]);
        Assert.Equal(Certs.Public(3), CertificateReader.Read(Assert.IsType<PlayedValue.Certificate>(provider["SigningCertificate"]).Der.AsSpan()));
        Assert.Equal("InvalidOperationException", keyless.Reason);
    }

    [Fact]
    public async Task A_partner_is_permitted_by_its_app_principal()
    {
        await played.World.DoAsync("New-SPTrustedSecurityTokenIssuer", "MetadataEndPointParameterSet", ("Name", "Exchange"), ("IsTrustBroker", On),
            ("MetadataEndPoint", new SentValue.Address(Estate.Exchange.MetadataUrl.OriginalString)));
        var web = Assert.Single(await played.World.DoAsync("Get-SPWeb", "__AllParameterSets", ("Identity", $"https://{Litware.SharePoint}/")));
        Assert.Single(await played.World.DoAsync("Get-SPAppPrincipal", "__AllParameterSets", ("NameIdentifier", Estate.Exchange.Issuer), ("Site", web.Whole)));
        await played.World.DoAsync("Set-SPAppPrincipalPermission", "__AllParameterSets", ("Site", web.Whole), ("Scope", "SiteSubscription"),
            ("Right", "FullControl"), ("EnableAppOnlyPolicy", On),
            ("AppPrincipal", new SentValue.Thing("x", "x", System.Collections.Immutable.ImmutableDictionary<string, SentValue>.Empty.Add(
                "NameIdentifier", new SentValue.Text(Estate.Exchange.Issuer)))));

        var permission = Assert.Single(played.World.SharePoint.Of(Litware.SharePoint).Permissions);
        Assert.Equal((Estate.Exchange.Issuer, "FullControl", true), (permission.NameIdentifier, permission.Right, permission.IsAppOnly));
    }

    [Fact]
    public async Task Roots_and_the_realm_and_the_release_are_told()
    {
        await played.World.DoAsync("New-SPTrustedRootAuthority", "ManualUpdateCertificateParameterSet", ("Name", "root"),
            ("Certificate", new SentValue.Certificate(Certs.Public(2).Der, null)));
        Assert.Single(await played.World.DoAsync("Get-SPTrustedRootAuthority", "__AllParameterSets"));
        await played.World.DoAsync("Remove-SPTrustedRootAuthority", "__AllParameterSets", ("Identity", "root"));
        await played.World.DoAsync("Set-SPAuthenticationRealm", "__AllParameterSets", ("Realm", "other"));
        var realm = await played.World.RunAsync("Get-SPAuthenticationRealm", "__AllParameterSets");

        Assert.Equal(PlayedValue.Of("other"), Assert.Single(realm.Objects));
        Assert.Equal("16.0.14326.20450", Assert.Single(await played.World.DoAsync("Get-SPFarm", "__AllParameterSets")).Text("BuildVersion"));
        Assert.Equal(Litware.SharePoint, Assert.Single(await played.World.DoAsync("Get-SPServer", "__AllParameterSets")).Text("Name"));
        Assert.Equal(ServerProduct.SharePointServer, played.World.FindServer(Litware.SharePoint)!.Product);
    }
}
