using System.Collections.Immutable;
using PartnerTrust.Plugin.Components.Building;
using PartnerTrust.Plugin.Resources.OAuthConfigurations;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Components.TwoWayTrusts;

/// <summary>The whole trust of two or three servers: publish every side, register each with the others, then check. A stack is destroyed
/// in the reverse of that order, because every step depends on the one before.</summary>
internal sealed class TwoWayTrust : IComponent
{
    public string Name => "TwoWayTrust";

    public async Task<PropertyMap> BuildAsync(ComponentBuild build)
    {
        var sides = (await Task.WhenAll(TrustSide.In(build.Inputs).Select(side => PublishedSide.PublishAsync(build, side)))).ToImmutableArray();
        var foundations = await FoundAsync(build, sides);
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
        return outputs.Set("checkSucceeded", await proof.RunAsync([.. foundations, .. records]));
    }

    /// <summary>What Lync must know besides its partners, and the authorization server of all sides.</summary>
    private static async Task<ImmutableArray<ChildResource>> FoundAsync(ComponentBuild build, ImmutableArray<PublishedSide> sides)
    {
        var lync = sides.Single(side => side.Label == TrustSide.Lync).Side.Server;
        var exchange = sides.Single(side => side.Label == TrustSide.Exchange).Side.Server;
        var pending = new List<Task<ChildResource>>
        {
            build.RegisterAsync(OAuthConfigurationResource.TypeName, $"{build.Name}-lync", PropertyMap.Of(
                ("server", lync), ("exchangeAutodiscoverUrl", exchange.Map(AutodiscoverUrl)))),
        };
        if (build.Inputs.TryGetValue("tokenServer", out var tokenServer) && tokenServer.IsGiven())
        {
            pending.AddRange(sides.Select(side => side.TrustAuthorizationServerAsync(build, tokenServer)));
        }

        return [.. await Task.WhenAll(pending)];
    }

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
