using System.Collections.Immutable;
using PartnerTrust.Plugin.Components.Building;
using PartnerTrust.Plugin.Resources.AuthMetadataEndpoints;
using PartnerTrust.Plugin.Resources.AuthorizationServers;
using PartnerTrust.Plugin.Resources.CertificateBindings;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Components.TwoWayTrusts;

/// <summary>A side whose certificate is bound and whose metadata document is published: what the others need to register it.</summary>
internal sealed record PublishedSide(TrustSide Side, ChildResource Certificate, ChildResource Endpoint)
{
    public string Label => Side.Label;

    /// <param name="build">The component.</param>
    /// <param name="side">Whose document it is.</param>
    /// <param name="settings">What the document takes from elsewhere than its certificate; null where it takes nothing.</param>
    public static async Task<PublishedSide> PublishAsync(ComponentBuild build, TrustSide side, ChildResource? settings)
    {
        var name = $"{build.Name}-{side.Label}";
        var certificate = await build.RegisterAsync(CertificateBindingResource.TypeName, name, PropertyMap
            .Of(("server", side.Server), ("source", side.CertificateSource))
            .SetIf("renewBeforeDays", side.Value.Part("renewBeforeDays"))
            .SetIf("retirePrevious", side.Value.Part("retirePrevious")));
        var endpoint = await build.RegisterAsync(
            AuthMetadataEndpointResource.TypeName,
            name,
            PropertyMap.Of(("server", side.Server)),
            settings is null ? [certificate] : [certificate, settings]);
        return new PublishedSide(side, certificate, endpoint);
    }

    /// <summary>Registers the authorization server that this side is to trust; Exchange takes its realm from its document alone.</summary>
    public Task<ChildResource> TrustAuthorizationServerAsync(ComponentBuild build, PropertyValue tokenServer) =>
        build.RegisterAsync(AuthorizationServerResource.TypeName, $"{build.Name}-{Label}", PropertyMap
            .Of(
                ("server", Side.Server),
                ("name", tokenServer.Part("name") ?? UnknownValue.Text),
                ("authMetadataUrl", tokenServer.Part("authMetadataUrl") ?? UnknownValue.Text))
            .SetIf("realm", Label == TrustSide.Exchange ? null : tokenServer.Part("realm")));

    /// <summary>The keys of all sides: whoever passes them on is looked at again when one of them changes.</summary>
    public static ListValue Fingerprints(ImmutableArray<PublishedSide> sides) =>
        ListValue.Of(sides.Select(side => side.Endpoint.Output("fingerprint")));
}
