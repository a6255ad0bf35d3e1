using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>What programs write.</summary>
internal static class Programs
{
    public const string LyncUrl = $"https://{PluginUnderTest.Lync}/metadata/json/1";
    public const string ExchangeUrl = $"https://{PluginUnderTest.Exchange}/autodiscover/metadata/json/1";

    public static PropertyMap Certificate(string server, int validityDays = 730) => PropertyMap.Of(
        ("server", server),
        ("source", PropertyMap.Of(("generate", PropertyMap.Of(("subject", "CN=litwareinc.com"), ("validityDays", validityDays))))));

    public static PropertyMap Endpoint(string server) => PropertyMap.Of(("server", server));

    /// <summary>Exchange as Lync's partner.</summary>
    public static PropertyMap Partner(string trigger = "1") => PropertyMap.Of(
        ("server", PluginUnderTest.Lync), ("name", "Exchange"), ("authMetadataUrl", ExchangeUrl), ("refreshTrigger", trigger));

    /// <summary>Lync as Exchange's partner, with the account whose roles it has.</summary>
    public static PropertyMap LyncPartner() => PropertyMap.Of(
        ("server", PluginUnderTest.Exchange),
        ("name", "LyncEnterprise"),
        ("authMetadataUrl", LyncUrl),
        ("acceptSecurityIdentifierInformation", true),
        ("linkedAccount", PropertyMap.Of(
            ("name", "LyncEnterprise-ApplicationAccount"), ("roles", ListValue.Of(["UserApplication", "ArchiveApplication"])))));

    public static PropertyMap OAuth() => PropertyMap.Of(
        ("server", PluginUnderTest.Lync),
        ("exchangeAutodiscoverUrl", $"https://{PluginUnderTest.Exchange}/autodiscover/autodiscover.svc"));

    public static PropertyMap TokenServer() => PropertyMap.Of(
        ("server", PluginUnderTest.Lync), ("name", "sts"), ("authMetadataUrl", "https://sts.litwareinc.com/metadata/json/1"));

    public static PropertyMap Check() => PropertyMap.Of(("server", PluginUnderTest.Lync), ("sipUri", PluginUnderTest.SipUri));

    /// <summary>Everything that a check of the two-way trust needs.</summary>
    public static async Task EstablishTrustAsync(PluginUnderTest plugin, EngineKind kind = EngineKind.Embedded)
    {
        await new ManagedResource(plugin, "CertificateBinding", "lync").UpAsync(Certificate(PluginUnderTest.Lync));
        await new ManagedResource(plugin, "CertificateBinding", "exchange").UpAsync(Certificate(PluginUnderTest.Exchange));
        if (kind.BindsTokenServers())
        {
            await new ManagedResource(plugin, "CertificateBinding", "sts").UpAsync(Certificate(Litware.TokenServer));
        }

        await new ManagedResource(plugin, "AuthMetadataEndpoint", "lync").UpAsync(Endpoint(PluginUnderTest.Lync));
        await new ManagedResource(plugin, "AuthMetadataEndpoint", "exchange").UpAsync(Endpoint(PluginUnderTest.Exchange));
        await new ManagedResource(plugin, "AuthMetadataEndpoint", "sts").UpAsync(Endpoint(Litware.TokenServer));
    }

    public static async Task RegisterPartnersAsync(PluginUnderTest plugin)
    {
        await new ManagedResource(plugin, "OAuthConfiguration", "lync").UpAsync(OAuth());
        await new ManagedResource(plugin, "PartnerApplication", "exchange").UpAsync(Partner());
        await new ManagedResource(plugin, "PartnerApplication", "lync").UpAsync(LyncPartner());
    }
}
