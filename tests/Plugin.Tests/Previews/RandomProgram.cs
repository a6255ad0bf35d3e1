using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>A two-way trust as programs get it right, nearly right and wrong.</summary>
internal static class RandomProgram
{
    private static readonly Dictionary<string, Func<Random, PropertyMap, PropertyMap>[]> Changes = new()
    {
        ["cert-lync"] = [Certificate, Staged, (_, _) => Programs.Certificate(PluginUnderTest.Lync)],
        ["cert-exchange"] = [Certificate, Staged],
        ["oauth"] =
        [
            (_, inputs) => inputs.Set("realm", "fabrikam.com"),
            (_, inputs) => inputs.Remove("exchangeAutodiscoverUrl"),
            (_, inputs) => inputs.Set("exchangeAutodiscoverUrl", "https://sp.litwareinc.com/autodiscover/autodiscover.svc"),
        ],
        ["endpoint-lync"] = [(_, inputs) => inputs.Set("url", $"https://{PluginUnderTest.Lync}/elsewhere/metadata/json/1")],
        ["endpoint-exchange"] = [(_, inputs) => inputs.Set("trustAnySslCertificate", true)],
        ["exchange-on-lync"] =
        [
            (_, inputs) => inputs.Set("enabled", false),
            (_, inputs) => inputs.Set("name", "Mail"),
            (_, inputs) => inputs.Set("authMetadataUrl", Programs.ExchangeUrl),
            (_, inputs) => inputs.Set("trustLevel", "Application"),
            (_, inputs) => inputs.Remove("refreshTrigger"),
        ],
        ["lync-on-exchange"] =
        [
            (_, inputs) => inputs.Set("enabled", false),
            (_, inputs) => inputs.Remove("linkedAccount"),
            (_, inputs) => inputs.Set("linkedAccount", PropertyMap.Of(("name", "a"), ("roles", ListValue.Of(["UserApplication"])))),
            (_, inputs) => inputs.Set("authMetadataUrl", Programs.LyncUrl),
            (_, inputs) => inputs.Remove("refreshTrigger"),
            (_, inputs) => inputs.Remove("authMetadataUrl").Set("authorizationServer", PropertyMap.Of(
                ("applicationIdentifier", "00000004-0000-0ff1-ce00-000000000000"), ("realm", "litwareinc.com"))),
        ],
        ["check"] =
        [
            (_, inputs) => inputs.Set("method", "probe"),
            (_, inputs) => inputs.Set("folder", "Dumpster"),
            (_, inputs) => inputs.Set("sipUri", "sip:nobody@litwareinc.com"),
            (_, inputs) => inputs.Set("sipUri", "sip:nobody@litwareinc.com").Set("method", "probe"),
            (_, inputs) => inputs.Set("target", PluginUnderTest.Exchange),
            (_, inputs) => inputs.Set("server", PluginUnderTest.Exchange).Set("target", PluginUnderTest.Lync).Set("method", "probe"),
            (_, inputs) => inputs.Set("triggers", ListValue.Of([])),
        ],
    };

    public static List<Declared> Of(Random random)
    {
        var program = TrustPrograms.Whole()
            .With("cert-lync", inputs => Certificate(new Random(1), inputs))
            .With("cert-exchange", inputs => Certificate(new Random(2), inputs));
        foreach (var (name, changes) in Changes.Where(_ => random.Next(3) == 0))
        {
            var change = changes[random.Next(changes.Length)];
            var seed = random.Next();
            program = program.With(name, inputs => change(new Random(seed), inputs));
        }

        string[] optional = ["cert-lync", "cert-exchange", "oauth", "endpoint-lync", "endpoint-exchange", "exchange-on-lync", "lync-on-exchange"];
        return random.Next(4) == 0 ? [.. Missing(program, optional[random.Next(optional.Length)])] : [.. program];
    }

    /// <summary>Those that took an output of what is missing write its URL themselves.</summary>
    private static IEnumerable<Declared> Missing(IEnumerable<Declared> program, string name)
    {
        PropertyValue OutputOf(Func<string, string, PropertyValue> of, string resource, string output) =>
            resource != name ? of(resource, output)
            : output == "url" ? (resource == "endpoint-lync" ? Programs.LyncUrl : Programs.ExchangeUrl)
            : "none";
        return program.Where(resource => resource.Name != name)
            .Select(resource => resource with { Inputs = of => resource.Inputs((other, output) => OutputOf(of, other, output)) });
    }

    private static PropertyMap Certificate(Random random, PropertyMap inputs) => inputs.Set("source", PlanCertificates.Text(random.Next(4)));

    private static PropertyMap Staged(Random random, PropertyMap inputs) => Certificate(random, inputs).Set("effectiveDate", "2026-03-20T00:00:00Z");
}
