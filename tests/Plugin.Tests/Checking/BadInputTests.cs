using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Checking;

/// <summary>What bad input gets: a failure on the property itself, with number, finding, expectation and remedy.</summary>
public sealed class BadInputTests
{
    private const string Lync = PluginUnderTest.Lync;
    private const string Exchange = PluginUnderTest.Exchange;

    [Fact]
    public async Task Every_refusal_stands_on_its_own_property()
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();
        var text = new StringBuilder();
        foreach (var (type, what, program) in Cases())
        {
            var response = await plugin.Resource(type).CheckAsync(program);
            text.Append(type).Append(": ").AppendLine(what);
            foreach (var failure in response.Failures)
            {
                text.Append("  ").Append(failure.Property.Length == 0 ? "" : failure.Property + " - ").AppendLine(failure.Reason);
            }

            Assert.True(response.Failures.Count > 0, $"{type}: {what} was accepted");
        }

        await Verify(text.ToString().TrimEnd());
    }

    private static IEnumerable<(string Type, string What, PropertyMap Program)> Cases()
    {
        yield return ("CertificateBinding", "an unknown server", Programs.Certificate("atl-cs-002.litwareinc.com"));
        yield return ("CertificateBinding", "an fqdn that is none", Programs.Certificate("https://atl-cs-001"));
        yield return ("CertificateBinding", "nothing at all", PropertyMap.Empty);
        yield return ("CertificateBinding", "no source", Source());
        yield return ("CertificateBinding", "two sources", Source(("thumbprint", new string('A', 40)), ("pfxFile", "a.pfx")));
        yield return ("CertificateBinding", "a thumbprint that is none", Source(("thumbprint", "12 34 zz")));
        yield return ("CertificateBinding", "a misspelt property", Source(("thumprint", new string('A', 40))));
        yield return ("CertificateBinding", "a wrong type", Programs.Certificate(Lync).Set("renewBeforeDays", "sixty"));
        yield return ("CertificateBinding", "a number that is not whole", Programs.Certificate(Lync).Set("renewBeforeDays", 1.5));
        yield return ("CertificateBinding", "a number that is none", Programs.Certificate(Lync).Set("renewBeforeDays", double.NaN));
        yield return ("CertificateBinding", "a number beyond all", Programs.Certificate(Lync).Set("renewBeforeDays", 3e9));
        yield return ("CertificateBinding", "a number out of range", Programs.Certificate(Lync).Set("renewBeforeDays", -1));
        yield return ("CertificateBinding", "an asset", Programs.Certificate(Lync).Set("effectiveDate", new AssetValue(null, "x", null, null)));
        yield return ("CertificateBinding", "a time that is none", Programs.Certificate(Lync).Set("effectiveDate", "tomorrow"));
        yield return ("CertificateBinding", "a time without an offset", Programs.Certificate(Lync).Set("effectiveDate", "2026-06-01T00:00:00"));
        yield return ("CertificateBinding", "a missing file", Source(("pfxFile", "missing.pfx")));
        yield return ("CertificateBinding", "a name that no file can have", Source(("pfxFile", "a\0b")));
        yield return ("CertificateBinding", "a folder for a file", Source(("pfxFile", "")));
        yield return ("CertificateBinding", "text that is not base64", Source(("pfx", "not base64!")));
        yield return ("CertificateBinding", "a wrong password", Source(("pfx", Pfx(2048, 0)), ("pfxPassword", "wrong")));
        yield return ("CertificateBinding", "a generated 1024-bit key", Source(("generate", PropertyMap.Of(("keySize", 1024)))));
        yield return ("CertificateBinding", "a subject of blanks", Source(("generate", PropertyMap.Of(("subject", "O=Litware,CN=\" \"")))));
        yield return ("CertificateBinding", "a password without a file", Source(("thumbprint", new string('A', 40)), ("pfxPassword", "x")));
        yield return ("CertificateBinding", "staging on SharePoint",
            Programs.Certificate("sp.litwareinc.com").Set("effectiveDate", "2026-06-01T00:00:00Z"));
        yield return ("AuthMetadataEndpoint", "a URL that is not https", Programs.Endpoint(Lync).Set(
            "url", "http://atl-cs-001.litwareinc.com/metadata/json/1"));
        yield return ("PartnerApplication", "no partner", Programs.Partner().Remove("authMetadataUrl"));
        yield return ("PartnerApplication", "two kinds of partner", Programs.Partner().Set("authorizationServer", PropertyMap.Of(
            ("applicationIdentifier", "00000002-0000-0FF1-ce00-000000000000"))));
        yield return ("PartnerApplication", "a server as its own partner", Programs.Partner().Set("authMetadataUrl", Programs.LyncUrl));
        yield return ("PartnerApplication", "a realm that no token can carry", Named(
            "certificate", ("realm", "a b"), ("certificatePem", UnknownValue.Text)));
        yield return ("PartnerApplication", "a given key of every realm", Named(
            "certificate", ("realm", "*"), ("certificatePem", UnknownValue.Text)));
        yield return ("PartnerApplication", "a realm behind a token server that is none", Named("authorizationServer", ("realm", "a@b")));
        yield return ("PartnerApplication", "a trust level on Exchange", Programs.LyncPartner().Set("trustLevel", "Full"));
        yield return ("PartnerApplication", "an unknown trust level", Programs.Partner().Set("trustLevel", "full"));
        yield return ("PartnerApplication", "a linked account on Lync", Programs.Partner().Set("linkedAccount", PropertyMap.Of(("name", "x"))));
        yield return ("PartnerApplication", "a given key on Exchange", Programs.LyncPartner().Remove("authMetadataUrl").Set("certificate", PropertyMap.Of(
            ("applicationIdentifier", "0a1b2c3d-0000-0000-0000-000000000001"), ("realm", "litwareinc.com"), ("certificatePem", UnknownValue.Text))));
        yield return ("PartnerApplication", "a disabled record on SharePoint", Programs.Partner().Set("server", "sp.litwareinc.com").Set("enabled", false));
        yield return ("PartnerApplication", "a name that is too long", Programs.Partner().Set("name", new string('a', 65)));
        yield return ("PartnerApplication", "a name with a slash", Programs.Partner().Set("name", "a/b"));
        yield return ("PartnerApplication", "a name without anything to see", Programs.Partner().Set("name", "\u200B \u2060"));
        yield return ("PartnerApplication", "a linked account without a name", Account(("name", "")));
        yield return ("PartnerApplication", "a linked account of a blank name", Account(("name", " \t")));
        yield return ("PartnerApplication", "a linked account whose name breaks the line", Account(("name", "Lync\nAccount")));
        yield return ("PartnerApplication", "a linked account whose name is too long", Account(("name", new string('a', 65))));
        yield return ("PartnerApplication", "roles that are blank", Account(("name", "a"), ("roles", ListValue.Of(["UserApplication", "", " "]))));
        yield return ("PartnerApplication", "servers to restart without a restart", Programs.Partner().Set(
            "restartServers", ListValue.Of([Exchange])));
        yield return ("PartnerApplication", "a key that is no certificate", Programs.Partner().Remove("authMetadataUrl").Set("certificate", PropertyMap.Of(
            ("applicationIdentifier", "00000002-0000-0ff1-ce00-000000000000"), ("realm", "litwareinc.com"), ("certificatePem", "none"))));
        yield return ("OAuthConfiguration", "a server that is not Lync", Programs.OAuth().Set("server", Exchange));
        yield return ("OAuthConfiguration", "the autodiscover address of mail clients",
            Programs.OAuth().Set("exchangeAutodiscoverUrl", $"https://{Exchange}/autodiscover/autodiscover.xml"));
        yield return ("OAuthConfiguration", "an autodiscover URL without TLS",
            Programs.OAuth().Set("exchangeAutodiscoverUrl", $"http://{Exchange}/autodiscover/autodiscover.svc"));
        yield return ("OAuthConfiguration", "a domain that is none",
            Programs.OAuth().Set("exchangeAutodiscoverAllowedDomains", ListValue.Of(["*.litwareinc.com", "nowhere"])));
        yield return ("AuthorizationServer", "no name", Programs.TokenServer().Remove("name"));
        yield return ("AuthorizationServer", "federation metadata without a type",
            Programs.TokenServer().Set("authMetadataUrl", "https://adfs.litwareinc.com/FederationMetadata/2007-06/FederationMetadata.xml"));
        yield return ("AuthorizationServer", "a default for clients without a type",
            Programs.TokenServer().Set("server", Exchange).Set("isDefaultAuthorizationEndpoint", true));
        yield return ("AuthorizationServer", "a realm that no token can carry", Programs.TokenServer().Set("realm", "a/b"));
        yield return ("ConnectivityCheck", "an address that is none", Programs.Check().Set("sipUri", "kenmyer@litwareinc.com"));
        yield return ("ConnectivityCheck", "a mailbox on Lync", Programs.Check().Set("target", Lync));
        yield return ("ConnectivityCheck", "a storage check by Exchange", Programs.Check().Set("server", Exchange));
        yield return ("ConnectivityCheck", "a call to itself", Programs.Check().Set("server", Exchange).Set("target", Exchange).Set("method", "probe"));
        yield return ("ConnectivityCheck", "a blank host", Programs.Check().Set("binding", "NetTCP").Set("hostNameStorageService", " "));
        yield return ("ConnectivityCheck", "a URL for a host", Programs.Check().Set("hostNameStorageService", "https://atl-fe-001"));
        yield return ("ConnectivityCheck", "NetTCP without its host", Programs.Check().Set("binding", "NetTCP"));
    }

    [Fact]
    public async Task An_expired_certificate_and_a_short_key_are_refused_where_they_stand()
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();

        var expired = await plugin.Resource("CertificateBinding").CheckAsync(Source(("pfx", Pfx(2048, -400)), ("pfxPassword", "right")));
        var small = await plugin.Resource("CertificateBinding").CheckAsync(Source(("pfx", Pfx(1024, 0)), ("pfxPassword", "right")));

        Assert.Equal("source.pfx", Assert.Single(expired.Failures).Place());
        Assert.StartsWith("PT2001", expired.Failures[0].Sentence(), StringComparison.Ordinal);
        Assert.Equal("source.pfx", Assert.Single(small.Failures).Place());
        Assert.StartsWith("PT2003", small.Failures[0].Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_key_that_is_given_is_refused_where_it_stands()
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();
        var program = Named("certificate", ("realm", "litwareinc.com"), ("certificatePem", WeakCertificates.Pem(WeakCertificates.OfOnePrime)));

        var response = await plugin.Resource("PartnerApplication").CheckAsync(program);

        Assert.Equal("certificate.certificatePem", Assert.Single(response.Failures).Place());
        Assert.StartsWith("PT2030", response.Failures[0].Sentence(), StringComparison.Ordinal);
    }

    private static PropertyMap Named(string source, params (string, PropertyValue)[] properties) => Programs.Partner().Remove("authMetadataUrl").Set(
        source, PropertyMap.Of([("applicationIdentifier", "0a1b2c3d-0000-0000-0000-000000000001"), .. properties]));

    private static PropertyMap Account(params (string, PropertyValue)[] account) =>
        Programs.LyncPartner().Set("linkedAccount", PropertyMap.Of(account));

    private static PropertyMap Source(params (string, PropertyValue)[] source) =>
        PropertyMap.Of(("server", Lync), ("source", PropertyMap.Of(source)));

    private static string Pfx(int keySize, int daysFromNow)
    {
        using var key = RSA.Create(keySize);
        var request = new CertificateRequest("CN=litwareinc.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var start = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero).AddDays(daysFromNow);
        using var certificate = request.CreateSelfSigned(start, start.AddDays(365));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pfx, "right"));
    }
}
