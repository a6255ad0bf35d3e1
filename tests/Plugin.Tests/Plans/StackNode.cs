using System.Collections.Immutable;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>A resource that a generated program may hold, with what it needs beside it.</summary>
internal sealed record StackNode(string Name, string Type, ImmutableArray<string> Needs, Func<NodeScene, PropertyMap> Inputs)
{
    private const string TokenServer = "sts.litwareinc.com";
    private const string TokenServerUrl = $"https://{TokenServer}/metadata/json/1";

    /// <summary>In order of dependency.</summary>
    public static ImmutableArray<StackNode> All { get; } =
    [
        new("cert-lync", "CertificateBinding", [], scene => Certificate(scene, PluginUnderTest.Lync)),
        new("cert-exchange", "CertificateBinding", [], scene => Certificate(scene, PluginUnderTest.Exchange)),
        new("cert-sts", "CertificateBinding", [], scene => Certificate(scene, TokenServer)),
        new("oauth", "OAuthConfiguration", [], OAuth),
        new("endpoint-lync", "AuthMetadataEndpoint", ["cert-lync"], scene => Endpoint(scene, PluginUnderTest.Lync)),
        new("endpoint-exchange", "AuthMetadataEndpoint", ["cert-exchange"], scene => Endpoint(scene, PluginUnderTest.Exchange)),
        new("endpoint-sts", "AuthMetadataEndpoint", ["cert-sts"], scene => Programs.Endpoint(TokenServer)),
        new("partner-exchange", "PartnerApplication", ["endpoint-exchange"], PartnerExchange),
        new("partner-lync", "PartnerApplication", ["endpoint-lync"], PartnerLync),
        new("token-server", "AuthorizationServer", ["endpoint-sts"], AuthorizationServer),
        new("check", "ConnectivityCheck", ["oauth", "partner-exchange", "partner-lync"], Check),
    ];

    public static StackNode Of(string name) => All.First(node => node.Name == name);

    private static PropertyMap Certificate(NodeScene scene, string server)
    {
        if (scene.Variant == 19)
        {
            return Programs.Certificate(server);
        }

        var source = PropertyMap.Of(("pfx", PlanCertificates.Pfx(scene.Variant)), ("pfxPassword", PlanCertificates.Password));
        return PropertyMap.Of(("server", server), ("source", source));
    }

    private static PropertyMap OAuth(NodeScene scene)
    {
        var inputs = PropertyMap.Of(("server", PluginUnderTest.Lync));
        inputs = scene.Has("check") || scene.Variant % 2 == 0 ? Programs.OAuth() : inputs;
        inputs = scene.Variant % 3 == 1 && !scene.Has("check") ? inputs.Set("realm", "fabrikam.com") : inputs;
        return scene.Variant % 5 == 2 ? inputs.Set("exchangeAutodiscoverAllowedDomains", ListValue.Of(["*.litwareinc.com"])) : inputs;
    }

    private static PropertyMap Endpoint(NodeScene scene, string server)
    {
        var inputs = Programs.Endpoint(server);
        inputs = scene.Variant % 5 == 1 ? inputs.Set("url", $"https://{server}/elsewhere/metadata/json/1") : inputs;
        return scene.Variant % 3 == 2 && server == PluginUnderTest.Exchange ? inputs.Set("trustAnySslCertificate", true) : inputs;
    }

    private static PropertyMap PartnerExchange(NodeScene scene) => Programs.Partner()
        .Set("name", scene.Variant % 4 == 1 ? "Mail" : "Exchange")
        .Set("authMetadataUrl", scene.Output("endpoint-exchange", "url"))
        .Set("refreshTrigger", scene.Output("endpoint-exchange", "fingerprint"))
        .Set("enabled", scene.Has("check") || scene.Variant % 3 != 2);

    private static PropertyMap PartnerLync(NodeScene scene)
    {
        var inputs = Programs.LyncPartner()
            .Set("name", scene.Variant % 4 == 1 ? "Chat" : "LyncEnterprise")
            .Set("authMetadataUrl", scene.Output("endpoint-lync", "url"))
            .Set("refreshTrigger", scene.Output("endpoint-lync", "fingerprint"));
        inputs = scene.Variant % 5 == 2 ? inputs.Set("restart", "appPools") : inputs;
        return scene.Has("check") || scene.Variant % 3 != 2 ? inputs : inputs.Remove("linkedAccount");
    }

    private static PropertyMap AuthorizationServer(NodeScene scene)
    {
        var inputs = Programs.TokenServer().Set("authMetadataUrl", TokenServerUrl).Set("name", scene.Variant % 4 == 1 ? "tokens" : "sts");
        return scene.Variant % 3 == 2 ? inputs.Set("realm", "fabrikam.com") : inputs;
    }

    private static PropertyMap Check(NodeScene scene)
    {
        var triggers = new[] { "endpoint-exchange", "endpoint-lync" }.Select(name => scene.Output(name, "fingerprint"));
        var inputs = Programs.Check().Set("triggers", ListValue.Of([.. triggers]));
        inputs = scene.Variant % 2 == 1 ? inputs.Set("onFailure", "warn") : inputs;
        return scene.Variant % 3 == 1 ? inputs.Set("method", "probe") : inputs;
    }
}
