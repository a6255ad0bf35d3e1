using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Checking;

/// <summary>What each product has and has not (domain.md 4.1–4.7, 6.1): a refusal names the property and the product.</summary>
public sealed class ProductRuleTests
{
    private const string Pem = "certificatePem";

    private static readonly string[] Products = ["LyncServer", "ExchangeServer", "SharePointServer", "TokenServer"];

    /// <summary>Which products take it: L, E, S, T.</summary>
    public static TheoryData<string, string, string, string> Rules => new()
    {
        { "CertificateBinding", "", "LEST", "server" },
        { "CertificateBinding", "effectiveDate", "LET", "effectiveDate" },
        { "CertificateBinding", "retirePrevious", "LET", "retirePrevious" },
        { "AuthMetadataEndpoint", "", "LEST", "server" },
        { "AuthMetadataEndpoint", "trustAnySslCertificate", "E", "trustAnySslCertificate" },
        { "OAuthConfiguration", "", "L", "server" },
        { "AuthorizationServer", "", "LES", "server" },
        { "AuthorizationServer", "realm", "LS", "realm" },
        { "AuthorizationServer", "type", "LE", "type" },
        { "AuthorizationServer", "isDefaultAuthorizationEndpoint", "E", "isDefaultAuthorizationEndpoint" },
        { "PartnerApplication", "", "LEST", "server" },
        { "PartnerApplication", "certificate", "LST", "certificate" },
        { "PartnerApplication", "authorizationServer", "LE", "authorizationServer" },
        { "PartnerApplication", "trustLevel", "L", "trustLevel" },
        { "PartnerApplication", "disabled", "LE", "enabled" },
        { "PartnerApplication", "acceptSecurityIdentifierInformation", "LE", "acceptSecurityIdentifierInformation" },
        { "PartnerApplication", "linkedAccount", "E", "linkedAccount" },
        { "PartnerApplication", "trustAnySslCertificate", "E", "trustAnySslCertificate" },
        { "PartnerApplication", "isTrustBroker", "S", "isTrustBroker" },
        { "PartnerApplication", "restart", "LEST", "server" },
        { "ConnectivityCheck", "probe", "LES", "server" },
        { "ConnectivityCheck", "storage", "L", "method" },
        { "ConnectivityCheck", "binding", "L", "binding" },
        { "ConnectivityCheck", "hostNameStorageService", "L", "hostNameStorageService" },
        { "ConnectivityCheck", "nowhere", "L", "target" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_property_is_taken_where_the_product_has_it_and_refused_by_name_elsewhere(
        string type, string aspect, string takenBy, string property)
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();
        foreach (var product in Products)
        {
            var response = await plugin.Resource(type).CheckAsync(Program(type, aspect, ServerOf(product)));

            if (takenBy.Contains(product[0], StringComparison.Ordinal))
            {
                Assert.Empty(response.Failures.Select(failure => $"{product}: {failure.Property}: {failure.Reason}"));
            }
            else if (property == "server" || product != "TokenServer" || type is "CertificateBinding" or "AuthMetadataEndpoint" or "PartnerApplication")
            {
                var failure = Assert.Single(response.Failures, failure => failure.Place() == property);
                Assert.Contains(product, failure.Reason, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(response.Failures, failure => failure.Place() == "server");
            }
        }
    }

    private static string ServerOf(string product) => product switch
    {
        "LyncServer" => PluginUnderTest.Lync,
        "ExchangeServer" => PluginUnderTest.Exchange,
        "SharePointServer" => Litware.SharePoint,
        _ => Litware.TokenServer,
    };

    private static PropertyMap Program(string type, string aspect, string server)
    {
        var inputs = type switch
        {
            "CertificateBinding" => Programs.Certificate(server),
            "AuthMetadataEndpoint" => Programs.Endpoint(server),
            "OAuthConfiguration" => PropertyMap.Of(("server", server)),
            "AuthorizationServer" => Programs.TokenServer().Set("server", server),
            "PartnerApplication" => PropertyMap.Of(("server", server), ("name", "partner"), ("authMetadataUrl", "https://partner.litwareinc.com/metadata/json/1")),
            _ => Programs.Check().Set("server", server).Set("method", "probe").Set("target", Other(server)),
        };
        return With(inputs, aspect);
    }

    private static string Other(string server) => server == PluginUnderTest.Exchange ? Litware.SharePoint : PluginUnderTest.Exchange;

    private static PropertyMap With(PropertyMap inputs, string aspect) => aspect switch
    {
        "" or "probe" => inputs,
        "type" => inputs.Set(aspect, "ADFS"),
        "isDefaultAuthorizationEndpoint" => inputs.Set("type", "AzureAD").Set(aspect, true),
        "effectiveDate" => inputs.Set(aspect, "2026-06-01T00:00:00Z"),
        "retirePrevious" or "trustAnySslCertificate" or "acceptSecurityIdentifierInformation" or "isTrustBroker" => inputs.Set(aspect, true),
        "realm" => inputs.Set(aspect, "litwareinc.com"),
        "certificate" => inputs.Remove("authMetadataUrl").Set(aspect, PropertyMap.Of(
            ("applicationIdentifier", "0a1b2c3d-0000-0000-0000-000000000001"), ("realm", "litwareinc.com"), (Pem, UnknownValue.Text))),
        "authorizationServer" => inputs.Remove("authMetadataUrl").Set(aspect, PropertyMap.Of(("applicationIdentifier", "0a1b2c3d-0000-0000-0000-000000000001"))),
        "trustLevel" => inputs.Set(aspect, "Application"),
        "disabled" => inputs.Set("enabled", false),
        "linkedAccount" => inputs.Set(aspect, PropertyMap.Of(("name", "account"))),
        "restart" => inputs.Set(aspect, "appPools"),
        "storage" => inputs.Remove("method").Set("target", UnknownValue.Text),
        "binding" => inputs.Set(aspect, "NetNamedPipe"),
        "hostNameStorageService" => inputs.Set(aspect, "storage.litwareinc.com").Set("binding", UnknownValue.Text),
        "nowhere" => inputs.Remove("target"),
        _ => throw new ArgumentOutOfRangeException(nameof(aspect), aspect, null),
    };
}
