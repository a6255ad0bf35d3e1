using PartnerTrust.Plugin.Tests.Lifecycle;
using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Shown;

/// <summary>Programs of which each differs from its row's in one input.</summary>
internal static class Variations
{
    public static IEnumerable<PropertyMap> Of(LifecycleRow row) => row.Type switch
    {
        "CertificateBinding" => Certificates(row.Program),
        "AuthMetadataEndpoint" => [row.Replaced.Program, row.Program.Set("server", PluginUnderTest.Lync), row.Changed.Program],
        "PartnerApplication" => Partners(row.Program),
        "OAuthConfiguration" =>
        [
            row.Replaced.Program,
            row.Program.Set("realm", "fabrikam.com"),
            row.Program.Set("exchangeAutodiscoverUrl", "https://mail.litwareinc.com/autodiscover/autodiscover.svc"),
            row.Program.Set("clientAuthorizationOAuthServerIdentity", "evoSTS"),
            row.Changed.Program,
        ],
        "AuthorizationServer" =>
        [
            row.Replaced.Program,
            row.Program.Set("server", PluginUnderTest.SecondLync),
            row.Program.Set("authMetadataUrl", Programs.ExchangeUrl),
            row.Program.Set("type", "MicrosoftACS"),
            row.Program.Set("type", "ADFS").Set("authMetadataUrl", $"https://{Litware.TokenServer}/FederationMetadata/2007-06/FederationMetadata.xml"),
            row.Changed.Program,
        ],
        _ => Checks(row.Program),
    };

    private static IEnumerable<PropertyMap> Certificates(PropertyMap program)
    {
        var file = PlanCertificates.Text(1);
        yield return program.Set("server", PluginUnderTest.Exchange);
        yield return Programs.Certificate(PluginUnderTest.Lync, validityDays: 365);
        yield return program.Set("source", PlanCertificates.Stored());
        yield return program.Set(
            "source", PropertyMap.Of(("pfx", new SecretValue(file["pfx"])), ("pfxPassword", new SecretValue(file["pfxPassword"]))));
        yield return program.Set("effectiveDate", "2026-03-08T08:00:00Z");
        yield return program.Set("renewBeforeDays", 30);
        yield return program.Set("retirePrevious", true);
    }

    private static IEnumerable<PropertyMap> Partners(PropertyMap program)
    {
        var bare = program.Remove("authMetadataUrl").Remove("refreshTrigger");
        yield return program.Set("server", PluginUnderTest.SecondLync);
        yield return program.Set("name", "Mail");
        yield return program.Set("authMetadataUrl", "https://sp.litwareinc.com/_layouts/15/metadata/json/1");
        yield return bare.Set(
            "authorizationServer", PropertyMap.Of(("applicationIdentifier", "00000002-0000-0ff1-ce00-000000000000"), ("realm", "litwareinc.com")));
        yield return bare.Set("certificate", PropertyMap.Of(
            ("applicationIdentifier", "00000002-0000-0ff1-ce00-000000000000"),
            ("realm", "litwareinc.com"),
            ("certificatePem", PlanCertificates.Pem(1))));
        yield return program.Set("trustLevel", "User");
        yield return program.Set("enabled", false);
        yield return program.Set("acceptSecurityIdentifierInformation", true);
        yield return program.Set("linkedAccount", PropertyMap.Of(("name", "LyncEnterprise-ApplicationAccount")));
        yield return program.Set("trustAnySslCertificate", true);
        yield return program.Set("refreshTrigger", "2");
        yield return program.Set("restart", "iis");
        yield return program.Set("restart", "appPools").Set("restartServers", ListValue.Of([PluginUnderTest.Lync]));
    }

    private static IEnumerable<PropertyMap> Checks(PropertyMap program)
    {
        yield return program.Set("server", PluginUnderTest.SecondLync);
        yield return program.Set("target", PluginUnderTest.Exchange);
        yield return program.Set("sipUri", "sip:nobody@litwareinc.com");
        yield return program.Set("folder", "Inbox");
        yield return program.Set("deleteItem", false);
        yield return program.Set("binding", "NetTCP").Set("hostNameStorageService", "storage.litwareinc.com");
        yield return program.Set("method", "probe");
        yield return program.Set("triggers", ListValue.Of(["1"]));
        yield return program.Set("onFailure", "warn");
    }
}
