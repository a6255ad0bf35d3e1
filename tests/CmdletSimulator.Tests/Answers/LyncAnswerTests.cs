using PartnerTrust.CmdletSimulator.Tests.Shells;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Tests.Answers;

/// <summary>Lync's cmdlets, without a shell.</summary>
public sealed class LyncAnswerTests : IAsyncLifetime
{
    private static readonly string ExchangeUrl = Estate.Exchange.MetadataUrl.OriginalString;
    private static readonly (string, object?) OfIssuer = ("Type", new[] { "OAuthTokenIssuer" });
    private static readonly (string, object?) Globally = ("Identity", "global");
    private PlayedServers played = null!;

    public async Task InitializeAsync() => played = await PlayedServers.StartAsync();

    public Task DisposeAsync() => played.DisposeAsync().AsTask();

    [Fact]
    public async Task A_partner_is_known_by_its_document_as_it_is_at_that_moment()
    {
        var made = Assert.Single(await NewAsync("microsoft.exchange"));

        Assert.Equal(ExchangeUrl, made.Text("AuthToken"));
        Assert.Equal(("Full", WellKnownApplications.Exchange), (made.Text("ApplicationTrustLevel"), made.Text("ApplicationIdentifier")));
        Assert.DoesNotContain(made.Properties, property => property.Name.Contains("Certificate", StringComparison.Ordinal));
        var record = await played.Engine.FindPartnerApplicationAsync(Litware.Lync, "microsoft.exchange", default);
        Assert.Equal(Certs.Public(1), Assert.Single(TrustedKeys.Of(record!)));
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_an_error_of_binding()
    {
        var error = await played.World.FailAsync(
            "New-CsPartnerApplication", "MetadataUrl", ("Identity", "x"), ("ApplicationTrustLevel", "Full"), ("MetadataUrl", "https://nobody.litwareinc.com/"));

        Assert.Equal(("WriteError", "ParameterBindingException"), (error.Category, error.Reason));
        Assert.StartsWith("ParameterBindingFailed,", error.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_comes_by_a_key_or_behind_an_authorization_server_and_is_changed_and_removed()
    {
        var raw = Convert.ToBase64String(Certs.Public(2).Der.AsSpan());
        await played.World.DoAsync("New-CsPartnerApplication", "CertificateRawData", ("Identity", "key"), ("ApplicationTrustLevel", "User"),
            ("ApplicationIdentifier", "my-app"), ("Realm", "a.b"), ("CertificateRawData", raw));
        var behind = Assert.Single(await played.World.DoAsync("New-CsPartnerApplication", "UseOAuthServer", ("Identity", "cloud"),
            ("ApplicationTrustLevel", "Full"), ("ApplicationIdentifier", "other-app"), ("UseOAuthServer", new SentValue.Switch(true))));
        await played.World.DoAsync("Set-CsPartnerApplication", "Identity", ("Identity", "key"), ("Enabled", false), ("ApplicationTrustLevel", "Application"));

        Assert.Equal("Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.UseOAuthServer", behind.Text("AuthToken"));
        var changed = Assert.Single(await played.World.DoAsync("Get-CsPartnerApplication", "Identity", ("Identity", "global/KEY")));
        Assert.Equal(("False", "Application"), (changed.Text("Enabled"), changed.Text("ApplicationTrustLevel")));
        await played.World.DoAsync("Remove-CsPartnerApplication", "__AllParameterSets", ("Identity", "key"));
        Assert.Equal("cloud", Assert.Single(await played.World.DoAsync("Get-CsPartnerApplication", "Filter", ("Filter", "*"))).Text("Name"));
    }

    [Fact]
    public async Task Names_and_partners_are_unique_and_what_is_missing_is_an_error()
    {
        await NewAsync("x");

        var named = await played.World.RunAsync("New-CsPartnerApplication", "MetadataUrl", ("Identity", "X"), ("ApplicationTrustLevel", "Full"), ("MetadataUrl", ExchangeUrl));
        var same = await played.World.RunAsync("New-CsPartnerApplication", "MetadataUrl", ("Identity", "y"), ("ApplicationTrustLevel", "Full"), ("MetadataUrl", ExchangeUrl));
        var missing = await played.World.RunAsync("Remove-CsPartnerApplication", "__AllParameterSets", ("Identity", "y"));

        Assert.All(new[] { named, same, missing }, answer => Assert.Single(answer.Errors));
        Assert.Single(await played.World.DoAsync("Get-CsPartnerApplication", "Identity"));
    }

    [Fact]
    public async Task Keys_are_read_again_when_the_same_URL_is_set()
    {
        await NewAsync("x");
        await played.Engine.BindCertificateAsync(new(Litware.Exchange, PlayedServers.PfxOf(3), null), default);
        await played.World.DoAsync("Set-CsPartnerApplication", "MetadataUrl", ("Identity", "x"), ("MetadataUrl", ExchangeUrl));

        var record = await played.Engine.FindPartnerApplicationAsync(Litware.Lync, "x", default);
        Assert.Contains(Certs.Public(3), TrustedKeys.Of(record!));
    }

    [Fact]
    public async Task A_certificate_is_imported_staged_and_forgotten_globally()
    {
        using var folder = new TemporaryDirectory();
        var file = folder.Combine("x.pfx");
        await File.WriteAllBytesAsync(file, [.. PlayedServers.Pfx(3)]);

        await played.World.DoAsync("Import-CsCertificate", "CMS", Globally, OfIssuer, ("Path", file), ("Password", PlayedServers.Password));
        var now = Assert.Single(await played.World.DoAsync("Get-CsCertificate", "__AllParameterSets", Globally, OfIssuer));
        Assert.Equal((Certs.Public(3).Thumbprint.Hex, Certs.Public(0).Thumbprint.Hex), (now.Text("Thumbprint"), now.Text("PreviousThumbprint")));

        var ahead = Certs.Now.AddDays(2);
        await played.World.DoAsync("Set-CsCertificate", "Thumbprint", Globally, OfIssuer, ("Thumbprint", Certs.Public(0).Thumbprint.Hex),
            ("Roll", new SentValue.Switch(true)), ("EffectiveDate", ahead));
        var shown = await played.World.DoAsync("Get-CsCertificate", "__AllParameterSets", Globally, OfIssuer);
        Assert.Equal(
            [(Certs.Public(0).Thumbprint.Hex, Certs.Public(3).Thumbprint.Hex), (Certs.Public(3).Thumbprint.Hex, Certs.Public(0).Thumbprint.Hex)],
            shown.Select(reference => (reference.Text("Thumbprint"), reference.Text("PreviousThumbprint"))));
        Assert.Equal(new PlayedValue.Date(ahead, DateTimeKind.Local), shown[0]["EffectiveDate"]);

        played.World.Lync.Of(Litware.Lync).ShowsStagedAlone = true;
        var alone = Assert.Single(await played.World.DoAsync("Get-CsCertificate", "__AllParameterSets", Globally, OfIssuer));
        Assert.Equal(shown[0].Text("Thumbprint"), alone.Text("Thumbprint"));

        await played.World.DoAsync("Remove-CsCertificate", "__AllParameterSets", Globally, OfIssuer, ("Force", new SentValue.Switch(true)));
        Assert.Empty(await played.World.DoAsync("Get-CsCertificate", "__AllParameterSets", Globally, OfIssuer));
    }

    [Fact]
    public async Task Deployment_cmdlets_fail_in_one_way_and_tell_by_the_reason()
    {
        var roll = await played.World.FailAsync("Set-CsCertificate", "Thumbprint", Globally, OfIssuer, ("Thumbprint", Certs.Public(0).Thumbprint.Hex),
            ("Roll", new SentValue.Switch(true)));
        var unknown = await played.World.FailAsync("Set-CsCertificate", "Thumbprint", Globally, OfIssuer, ("Thumbprint", Certs.Public(2).Thumbprint.Hex));
        var file = await played.World.FailAsync("Import-CsCertificate", "CMS", Globally, OfIssuer, ("Path", "/nowhere.pfx"));

        Assert.Equal(["InvalidOperationException", "InvalidOperationException", "FileNotFoundException"], new[] { roll, unknown, file }.Select(error => error.Reason));
        Assert.All(new[] { roll, unknown, file }, error => Assert.Equal("InvalidOperation", error.Category));
        Assert.Equal("ProcessingFailed,Microsoft.Rtc.Management.Deployment.ImportCertificateCmdlet", file.Id);
    }

    [Fact]
    public async Task Without_force_the_removal_of_a_certificate_is_asked_about()
    {
        var answer = await played.World.RunAsync("Remove-CsCertificate", "__AllParameterSets", Globally, OfIssuer);

        Assert.NotNull(answer.Question);
        Assert.Single(await played.World.DoAsync("Get-CsCertificate", "__AllParameterSets", Globally, OfIssuer));
    }

    [Fact]
    public async Task Settings_take_what_they_are_given_and_lose_what_is_cleared()
    {
        await played.World.DoAsync("Set-CsOAuthConfiguration", "Identity", Globally, ("ExchangeAutodiscoverUrl", "https://x.litwareinc.com/autodiscover.xml"),
            ("ExchangeAutodiscoverAllowedDomains", "*.a.b;c.d"), ("Realm", "r.s"));
        var set = Assert.Single(await played.World.DoAsync("Get-CsOAuthConfiguration", "Identity"));
        await played.World.DoAsync("Set-CsOAuthConfiguration", "Identity", ("ExchangeAutodiscoverUrl", ""), ("ExchangeAutodiscoverAllowedDomains", ""));
        var cleared = Assert.Single(await played.World.DoAsync("Get-CsOAuthConfiguration", "Identity"));

        Assert.Equal(("https://x.litwareinc.com/autodiscover.xml", "*.a.b;c.d", "r.s"),
            (set.Text("ExchangeAutodiscoverUrl"), set.Text("ExchangeAutodiscoverAllowedDomains"), set.Text("Realm")));
        Assert.Equal((null, null, "r.s"), (cleared.Text("ExchangeAutodiscoverUrl"), cleared.Text("ExchangeAutodiscoverAllowedDomains"), cleared.Text("Realm")));
    }

    [Fact]
    public async Task An_authorization_server_is_kept_with_its_keys()
    {
        await played.World.DoAsync("New-CsOAuthServer", "__AllParameterSets", ("Identity", "sts"), ("MetadataUrl", Estate.TokenServer.MetadataUrl.OriginalString));
        var kept = Assert.Single(await played.World.DoAsync("Get-CsOAuthServer", "Identity", ("Identity", "sts")));
        await played.World.DoAsync("Set-CsOAuthServer", "__AllParameterSets", ("Identity", "sts"), ("Type", "ADFS"));
        var changed = Assert.Single(await played.World.DoAsync("Get-CsOAuthServer", "Identity"));
        await played.World.DoAsync("Remove-CsOAuthServer", "__AllParameterSets", ("Identity", "sts"));

        Assert.Equal((WellKnownApplications.TokenServer, "Acs", "ADFS"), (kept.Text("IssuerIdentifier"), kept.Text("Type"), changed.Text("Type")));
        Assert.Empty(await played.World.DoAsync("Get-CsOAuthServer", "Identity"));
    }

    [Fact]
    public async Task The_storage_test_answers_text_and_tells_codes_in_verbose_alone()
    {
        var failed = await played.World.RunAsync("Test-CsExStorageConnectivity", "__AllParameterSets", ("SipUri", Litware.Ken), ("DeleteItem", new SentValue.Switch(true)));
        await NewAsync("Exchange");
        await played.World.DoAsync("Set-CsOAuthConfiguration", "Identity", ("ExchangeAutodiscoverUrl", "https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc"));
        await played.Engine.CreatePartnerApplicationAsync(
            new(Litware.Exchange, "Lync", new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false), null, true, true, null), default);
        var passed = await played.World.RunAsync("Test-CsExStorageConnectivity", "__AllParameterSets", ("SipUri", Litware.Ken), ("DeleteItem", new SentValue.Switch(true)));

        Assert.Empty(failed.Objects);
        Assert.False(Assert.Single(failed.Errors).IsTerminating);
        Assert.NotEmpty(failed.Records.OfType<PlayedRecord.Verbose>());
        Assert.Empty(passed.Errors.Select(error => error.Message));
        Assert.Equal(PlayedValue.Of("Test passed."), Assert.Single(passed.Objects));
    }

    [Fact]
    public async Task The_topology_is_told()
    {
        played.World.Lync.Of(Litware.Lync).StaleReplicas[Litware.Lync] = true;
        var stale = Assert.Single(await played.World.DoAsync("Get-CsManagementStoreReplicationStatus", "__AllParameterSets"));
        await played.World.DoAsync("Invoke-CsManagementStoreReplication", "__AllParameterSets");
        var fresh = Assert.Single(await played.World.DoAsync("Get-CsManagementStoreReplicationStatus", "__AllParameterSets"));

        Assert.Equal(("False", "True"), (stale.Text("UpToDate"), fresh.Text("UpToDate")));
        Assert.Equal("True", Assert.Single(await played.World.DoAsync("Get-CsSipDomain", "Identity")).Text("IsDefault"));
        Assert.Equal(Litware.Lync, Assert.Single(await played.World.DoAsync("Get-CsPool", "Identity")).Text("Fqdn"));
        Assert.Equal(Litware.Lync, Assert.Single(await played.World.DoAsync("Get-CsComputer", "Identity")).Text("Pool"));
    }

    private Task<System.Collections.Immutable.ImmutableArray<PlayedValue.Thing>> NewAsync(string name) => played.World.DoAsync(
        "New-CsPartnerApplication", "MetadataUrl", ("Identity", name), ("ApplicationTrustLevel", "Full"), ("MetadataUrl", ExchangeUrl));
}
