using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Unchecked;

/// <summary>A resource with every input set that goes with the others, and an id of its form.</summary>
internal sealed record Specimen(string Type, string Id, PropertyMap Inputs)
{
    private const string GivenFile = "given.pfx";
    private const string Password = "S3cret";
    private const string Number = "5d2b3f1e-0000-4000-8000-000000000000";

    /// <summary>The file that one of them names.</summary>
    public static Task WriteFileAsync(string folder)
    {
        using var key = KeyPool.Next(2048);
        var start = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = new CertificateRequest("CN=litwareinc.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(start, start.AddDays(365));
        return File.WriteAllBytesAsync(Path.Combine(folder, GivenFile), certificate.Export(X509ContentType.Pfx, Password));
    }

    public static IReadOnlyList<Specimen> All { get; } =
    [
        new("CertificateBinding", PluginUnderTest.SecondLync, Programs.Certificate(PluginUnderTest.SecondLync)
            .Set("effectiveDate", "2026-01-01T00:00:00Z").Set("renewBeforeDays", 30).Set("retirePrevious", false)),
        new("CertificateBinding", PluginUnderTest.SecondLync, PropertyMap.Of(
            ("server", PluginUnderTest.SecondLync), ("source", PropertyMap.Of(("thumbprint", new string('A', 40)))))),
        new("CertificateBinding", PluginUnderTest.SecondLync, PropertyMap.Of(
            ("server", PluginUnderTest.SecondLync), ("source", PropertyMap.Of(("pfxFile", GivenFile), ("pfxPassword", new SecretValue(Password)))))),
        new("AuthMetadataEndpoint", Programs.LyncUrl, Programs.Endpoint(PluginUnderTest.Lync).Set("url", Programs.LyncUrl)),
        new("PartnerApplication", $"{PluginUnderTest.Lync}/Exchange", Programs.Partner().Set("trustLevel", "Full")),
        new("PartnerApplication", $"{PluginUnderTest.Exchange}/Other", Programs.LyncPartner().Set("name", "Other")
            .Set("enabled", true).Set("restart", "iis").Set("restartServers", ListValue.Of([PluginUnderTest.Exchange]))),
        new("PartnerApplication", $"{PluginUnderTest.Lync}/Behind", Programs.Partner().Set("name", "Behind").Remove("authMetadataUrl").Set(
            "authorizationServer", PropertyMap.Of(("applicationIdentifier", "0a1b2c3d-0000-0000-0000-000000000001"), ("realm", "litwareinc.com")))),
        new("OAuthConfiguration", PluginUnderTest.Lync, Programs.OAuth()
            .Set("realm", "litwareinc.com").Set("exchangeAutodiscoverAllowedDomains", ListValue.Of(["*.litwareinc.com"]))),
        new("AuthorizationServer", $"{PluginUnderTest.Lync}/sts", Programs.TokenServer()),
        new("ConnectivityCheck", $"{PluginUnderTest.Lync}/{Number}", Programs.Check()
            .Set("target", PluginUnderTest.Exchange).Set("method", "probe").Set("folder", "Inbox").Set("onFailure", "warn").Set("deleteItem", true)
            .Set("triggers", ListValue.Of(["1"]))),
    ];

    public static IEnumerable<string> Ids { get; } =
    [
        "", " ", "x", "a/b/c", "/", PluginUnderTest.Lync, PluginUnderTest.Exchange, $"{PluginUnderTest.Lync}/", $"{PluginUnderTest.Lync}/none",
        $"{PluginUnderTest.Lync}/{Number}", $"sts.litwareinc.com/{Number}", Programs.LyncUrl, "https://", "https://[::1", "http://a.b/c", "a\0b", new string('a', 70_000),
    ];
}
