using System.Collections.Immutable;
using PartnerTrust.Plugin.Components.Building;
using PartnerTrust.Plugin.Resources.ConnectivityChecks;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Components.TwoWayTrusts;

/// <summary>The checks at the end: Lync's call as the user wants it, and a probe of the other way that writes nothing.</summary>
internal sealed class TrustProof(ComponentBuild build, PropertyValue check, ImmutableArray<PublishedSide> sides)
{
    private static readonly string[] HandedOn = ["sipUri", "folder", "deleteItem", "method", "onFailure", "binding", "hostNameStorageService"];

    /// <summary>Both checks; the result is true when both succeeded.</summary>
    public async Task<PropertyValue> RunAsync(ImmutableArray<ChildResource> registered)
    {
        var checks = await Task.WhenAll(
            build.RegisterAsync(ConnectivityCheckResource.TypeName, $"{build.Name}-lync-to-exchange", Forward(), registered),
            build.RegisterAsync(ConnectivityCheckResource.TypeName, $"{build.Name}-exchange-to-lync", Backward(), registered));
        var results = checks.Select(result => result.Output("succeeded")).ToArray();
        return new OutputValue(
            results.All(result => result.Value is BoolValue) ? results.All(result => result.Value is BoolValue { Value: true }) : null,
            results.Any(result => result.IsSecret),
            [.. checks.Select(result => result.Urn)]);
    }

    private PropertyMap Forward()
    {
        var inputs = PropertyMap.Of(
            ("server", Server(TrustSide.Lync)),
            ("target", Server(TrustSide.Exchange)),
            ("triggers", PublishedSide.Fingerprints(sides)));
        return HandedOn.Aggregate(inputs, (map, name) => map.SetIf(name, check.Part(name)));
    }

    private PropertyMap Backward() => PropertyMap
        .Of(
            ("server", Server(TrustSide.Exchange)),
            ("target", Server(TrustSide.Lync)),
            ("method", "probe"),
            ("triggers", PublishedSide.Fingerprints(sides)))
        .SetIf("sipUri", check.Part("sipUri"))
        .SetIf("onFailure", check.Part("onFailure"));

    private PropertyValue Server(string label) => sides.Single(side => side.Label == label).Side.Server;
}
