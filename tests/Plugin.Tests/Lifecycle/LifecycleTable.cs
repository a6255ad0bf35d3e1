using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>Adding a resource adds a row.</summary>
internal static class LifecycleTable
{
    private static readonly (string Type, string Name, PropertyMap Inputs) LyncCertificate =
        ("CertificateBinding", "lync-certificate", Programs.Certificate(PluginUnderTest.Lync));
    private static readonly (string Type, string Name, PropertyMap Inputs) ExchangeCertificate =
        ("CertificateBinding", "exchange-certificate", Programs.Certificate(PluginUnderTest.Exchange));
    private static readonly (string Type, string Name, PropertyMap Inputs) ExchangeDocument =
        ("AuthMetadataEndpoint", "exchange", Programs.Endpoint(PluginUnderTest.Exchange));

    public static IReadOnlyList<LifecycleRow> Rows { get; } =
    [
        new("CertificateBinding", PluginUnderTest.Lync, Programs.Certificate(PluginUnderTest.Lync))
        {
            IsForgotten = true,
            Changed = ("source.generate.validityDays", Programs.Certificate(PluginUnderTest.Lync, validityDays: 365)),
            Replaced = ("server", Programs.Certificate(PluginUnderTest.Exchange)),
            Strict = PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PlanCertificates.Text(1))),
            Drift = (
                stack => stack.Operator.RollCertificateAsync(PluginUnderTest.Lync),
                [
                    "certificatePem", "notAfter", "notBefore", "previousThumbprint", "serialNumber", "source.pfx", "thumbprint", "x5t",
                ],
                ["source.pfx"]),
        },
        new("AuthMetadataEndpoint", Programs.ExchangeUrl, Programs.Endpoint(PluginUnderTest.Exchange))
        {
            Before = [ExchangeCertificate],
            IsTheServersOwn = true,
            Changed = ("trustAnySslCertificate", Programs.Endpoint(PluginUnderTest.Exchange).Set("trustAnySslCertificate", true)),
            Replaced = (
                "url",
                Programs.Endpoint(PluginUnderTest.Exchange).Set("url", $"https://{PluginUnderTest.Exchange}/elsewhere/metadata/json/1")),
            ReplacedRemotely = (stack => BindAsync(stack, PluginUnderTest.Lync), "url", Programs.Endpoint(PluginUnderTest.Lync)),
            Drift = (stack => stack.Operator.RollCertificateAsync(PluginUnderTest.Exchange), ["fingerprint", "keys"], []),
        },
        new("PartnerApplication", $"{PluginUnderTest.Lync}/Exchange", Programs.Partner())
        {
            Before = [LyncCertificate, ExchangeCertificate, ExchangeDocument],
            Changed = ("enabled", Programs.Partner().Set("enabled", false)),
            Replaced = ("name", Programs.Partner().Set("name", "Mail")),
            Drift = (stack => DisableAsync(stack, PluginUnderTest.Lync, "Exchange"), ["enabled"], ["enabled"]),
        },
        new("OAuthConfiguration", PluginUnderTest.Lync, Programs.OAuth())
        {
            Changed = ("exchangeAutodiscoverAllowedDomains", Programs.OAuth().Set(
                "exchangeAutodiscoverAllowedDomains", ListValue.Of(["*.litwareinc.com"]))),
            Replaced = ("server", Programs.OAuth().Set("server", PluginUnderTest.SecondLync)),
            Drift = (
                stack => UpdateAsync(stack, "OAuthConfiguration", PluginUnderTest.Lync, Programs.OAuth().Set("realm", "fabrikam.com")),
                ["realm"],
                ["realm"]),
            CanBeGone = false,
        },
        new("AuthorizationServer", $"{PluginUnderTest.Lync}/sts", Programs.TokenServer())
        {
            Before =
            [
                ("CertificateBinding", "sts-certificate", Programs.Certificate("sts.litwareinc.com")),
                ("AuthMetadataEndpoint", "sts", Programs.Endpoint("sts.litwareinc.com")),
            ],
            Changed = ("realm", Programs.TokenServer().Set("realm", "fabrikam.com")),
            Replaced = ("name", Programs.TokenServer().Set("name", "tokens")),
            Strict = Programs.TokenServer().Set("realm", "litwareinc.com"),
            Drift = (
                stack =>
                    UpdateAsync(stack, "AuthorizationServer", $"{PluginUnderTest.Lync}/sts", Programs.TokenServer().Set("realm", "fabrikam.com")),
                ["realm"],
                ["realm"]),
        },
        new("ConnectivityCheck", null, Programs.Check())
        {
            Before =
            [
                LyncCertificate,
                ExchangeCertificate,
                ("AuthMetadataEndpoint", "lync", Programs.Endpoint(PluginUnderTest.Lync)),
                ExchangeDocument,
                ("OAuthConfiguration", "settings", Programs.OAuth()),
                ("PartnerApplication", "to-exchange", Programs.Partner()),
                ("PartnerApplication", "to-lync", Programs.LyncPartner()),
            ],
            Changed = ("method", Programs.Check().Set("method", "probe")),
            Replaced = ("server", Programs.Check().Set("server", PluginUnderTest.SecondLync).Set("onFailure", "warn")),
            Drift = (stack => DisableAsync(stack, PluginUnderTest.Exchange, "LyncEnterprise"), ["itemId", "steps", "succeeded"], ["succeeded"]),
            ShownByStores = ["itemId"],
            CanBeGone = false,
        },
    ];

    private static async Task BindAsync(DeployedStack stack, string server) => await stack.BesideAsync(async plugin =>
        await new ManagedResource(plugin, "CertificateBinding", "other").UpAsync(Programs.Certificate(server)));

    private static Task DisableAsync(DeployedStack stack, string server, string partner) =>
        stack.Operator.ChangePartnerAsync(server, partner, record => record with { Enabled = false });

    /// <summary>As another stack would.</summary>
    private static async Task UpdateAsync(DeployedStack stack, string type, string id, PropertyMap program) => await stack.BesideAsync(async plugin =>
    {
        var other = new ManagedResource(plugin, type, "other");
        await other.ImportAsync(id);
        return await other.UpAsync(program);
    });
}
