using System.Collections.Immutable;
using PartnerTrust.Plugin.Components.Building;
using PartnerTrust.Plugin.Resources.OAuthConfigurations;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Components.TwoWayTrusts;

/// <summary>The whole trust of two or three servers: write Lync's settings, publish every side, register each with the others, then check.
/// A stack is destroyed in the reverse of that order, because every step depends on the one before.</summary>
internal sealed class TwoWayTrust : IComponent
{
    public string Name => "TwoWayTrust";

    public async Task<PropertyMap> BuildAsync(ComponentBuild build)
    {
        var wanted = TrustSide.In(build.Inputs);
        var settings = await WriteSettingsAsync(build, wanted);
        var sides = (await Task.WhenAll(wanted.Select(side => PublishedSide.PublishAsync(
            build, side, side.Label == TrustSide.Lync ? settings : null)))).ToImmutableArray();
        var tokenServers = await TrustTokenServersAsync(build, sides);
        var directions = TrustDirection.Between(sides);
        var published = sides.Select(side => side.Endpoint).ToImmutableArray();
        var records = await Task.WhenAll(directions.Select(direction => direction.RegisterAsync(build, published)));

        var outputs = Outputs(sides).Set(
            "directions", ListValue.Of(directions.Zip(records, (direction, record) => direction.Describe(record, build.IsPreview))));
        if (!build.Inputs.TryGetValue("check", out var check) || !check.IsGiven())
        {
            return outputs;
        }

        var proof = new TrustProof(build, check, sides);
        return outputs.Set("checkSucceeded", await proof.RunAsync([settings, .. tokenServers, .. records]));
    }

    /// <summary>Where Lync finds mailboxes, and its realm, which its document and every record of Lync take from here: whoever published
    /// first would publish the former one.</summary>
    private static Task<ChildResource> WriteSettingsAsync(ComponentBuild build, IReadOnlyList<TrustSide> sides)
    {
        PropertyValue ServerOf(string label) => sides.Single(side => side.Label == label).Server;

        return build.RegisterAsync(OAuthConfigurationResource.TypeName, $"{build.Name}-lync", PropertyMap.Of(
            ("server", ServerOf(TrustSide.Lync)), ("exchangeAutodiscoverUrl", ServerOf(TrustSide.Exchange).Map(AutodiscoverUrl))));
    }

    /// <summary>The authorization server that all sides trust, where there is one.</summary>
    private static async Task<ImmutableArray<ChildResource>> TrustTokenServersAsync(ComponentBuild build, ImmutableArray<PublishedSide> sides) =>
        build.Inputs.TryGetValue("tokenServer", out var tokenServer) && tokenServer.IsGiven()
            ? [.. await Task.WhenAll(sides.Select(side => side.TrustAuthorizationServerAsync(build, tokenServer)))]
            : [];

    private static PropertyValue AutodiscoverUrl(PropertyValue server) =>
        server is TextValue fqdn ? $"https://{fqdn.Value}/autodiscover/autodiscover.svc" : server;

    private static PropertyMap Outputs(ImmutableArray<PublishedSide> sides)
    {
        var outputs = PropertyMap.Empty;
        foreach (var side in sides)
        {
            var prefix = side.Label == TrustSide.SharePoint ? "sharePoint" : side.Label;
            outputs = outputs
                .Set($"{prefix}MetadataUrl", side.Endpoint.Output("url"))
                .Set($"{prefix}Thumbprint", side.Certificate.Output("thumbprint"));
        }

        return outputs;
    }
}
