using System.Globalization;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>What a generated program writes for each node, by its variant.</summary>
internal static class NodeInputs
{
    private const string SharePoint = Litware.SharePoint;
    private const string TokenServer = Litware.TokenServer;

    public static PropertyMap Certificate(NodeScene scene, string node, string server)
    {
        var inputs = PropertyMap.Of(("server", server), ("source", Source(scene)));
        inputs = scene.Variant % 4 == 1 ? inputs.Set("renewBeforeDays", scene.Variant % 8 == 1 ? 20 : 200) : inputs;
        inputs = scene.Variant % 5 == 3 ? inputs.Set("retirePrevious", true) : inputs;
        return scene.Variant % 3 == 2 && EffectiveDate(scene, node) is { } date ? inputs.Set("effectiveDate", date) : inputs;
    }

    /// <summary>On a server that stages nothing; a replacement when it moves.</summary>
    public static PropertyMap ThirdCertificate(NodeScene scene) =>
        PropertyMap.Of(("server", Moves(scene) ? SharePoint : TokenServer), ("source", Source(scene)));

    public static PropertyMap OAuth(NodeScene scene)
    {
        var inputs = PropertyMap.Of(("server", PluginUnderTest.Lync));
        inputs = scene.Has("check") || scene.Variant % 2 == 0 ? Programs.OAuth() : inputs;
        inputs = scene.Variant % 3 == 1 && !scene.Has("check") ? inputs.Set("realm", "fabrikam.com") : inputs;
        return scene.Variant % 5 == 2 ? inputs.Set("exchangeAutodiscoverAllowedDomains", ListValue.Of(["*.litwareinc.com"])) : inputs;
    }

    public static PropertyMap Endpoint(NodeScene scene, string server)
    {
        var inputs = Programs.Endpoint(server);
        inputs = scene.Variant % 5 == 1 ? inputs.Set("url", $"https://{server}/elsewhere/metadata/json/1") : inputs;
        return scene.Variant % 3 == 2 && server == PluginUnderTest.Exchange ? inputs.Set("trustAnySslCertificate", true) : inputs;
    }

    public static PropertyMap ThirdEndpoint(NodeScene scene) => PropertyMap.Of(("server", scene.Output("cert-third", "server")));

    public static PropertyMap PartnerExchange(NodeScene scene) => Programs.Partner()
        .Set("server", Moves(scene) && !scene.Has("check") ? PluginUnderTest.SecondLync : PluginUnderTest.Lync)
        .Set("name", scene.Variant % 4 == 1 ? "Mail" : "Exchange")
        .Set("authMetadataUrl", scene.Output("endpoint-exchange", "url"))
        .Set("refreshTrigger", scene.Output("endpoint-exchange", "fingerprint"))
        .Set("enabled", scene.Has("check") || scene.Variant % 3 != 2);

    public static PropertyMap PartnerLync(NodeScene scene)
    {
        var inputs = Programs.LyncPartner()
            .Set("name", scene.Variant % 4 == 1 ? "Chat" : "LyncEnterprise")
            .Set("authMetadataUrl", scene.Output("endpoint-lync", "url"))
            .Set("refreshTrigger", scene.Output("endpoint-lync", "fingerprint"));
        inputs = scene.Variant % 5 == 2 ? inputs.Set("restart", "appPools") : inputs;
        return scene.Has("check") || scene.Variant % 3 != 2 ? inputs : inputs.Remove("linkedAccount");
    }

    public static PropertyMap AuthorizationServer(NodeScene scene)
    {
        var inputs = Programs.TokenServer()
            .Set("server", Moves(scene) ? SharePoint : PluginUnderTest.Lync)
            .Set("authMetadataUrl", scene.Output("endpoint-third", "url"))
            .Set("name", scene.Variant % 4 == 1 ? "tokens" : "sts");
        return scene.Variant % 3 == 2 ? inputs.Set("realm", "fabrikam.com") : inputs;
    }

    public static PropertyMap Check(NodeScene scene)
    {
        var triggers = new[] { "endpoint-exchange", "endpoint-lync" }.Select(name => scene.Output(name, "fingerprint"));
        var inputs = Programs.Check().Set("triggers", ListValue.Of([.. triggers]));
        inputs = scene.Variant % 2 == 1 ? inputs.Set("onFailure", "warn") : inputs;
        inputs = scene.Variant % 5 == 2 ? inputs.Set("folder", "Inbox") : inputs;
        return scene.Variant % 3 == 1 ? inputs.Set("method", "probe") : inputs;
    }

    private static bool Moves(NodeScene scene) => scene.Variant % 7 == 3;

    private static PropertyMap Source(NodeScene scene) => (scene.Variant % 5, scene.Variant / 5) switch
    {
        (0, var which) => PlanCertificates.Text(which),
        (1, var which) => PlanCertificates.File(which),
        (2, _) => PlanCertificates.Stored(),
        (3, _) => PropertyMap.Of(("generate", PropertyMap.Of(("subject", "CN=litwareinc.com"), ("validityDays", 730)))),
        _ => PropertyMap.Of(("generate", PropertyMap.Of(("subject", "CN=litwareinc.com"), ("validityDays", 365)))),
    };

    /// <summary>A successor is staged where something signs until then, well past its date.</summary>
    private static string? EffectiveDate(NodeScene scene, string node)
    {
        var effective = scene.Declared.Since.AddDays(2 + (scene.Variant % 9));
        return scene.IsThere && scene.Outputs(node).TryGetValue("notAfter", out var end) && end is TextValue { Value: var text }
            && DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) > effective.AddDays(5)
            ? effective.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
    }
}
