using System.Collections.Immutable;
using PartnerTrust.Plugin.Components.Building;
using PartnerTrust.Plugin.Resources.PartnerApplications;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Components.TwoWayTrusts;

/// <summary>One direction: <paramref name="From"/> may call <paramref name="To"/>, which keeps a record of it.</summary>
internal sealed record TrustDirection(PublishedSide From, PublishedSide To)
{
    public static ImmutableArray<TrustDirection> Between(ImmutableArray<PublishedSide> sides) =>
        [.. from to in sides from @from in sides where @from != to select new TrustDirection(@from, to)];

    /// <summary>Registers the caller's document with the called side, once every document is published.</summary>
    public Task<ChildResource> RegisterAsync(ComponentBuild build, ImmutableArray<ChildResource> published) =>
        build.RegisterAsync(PartnerApplicationResource.TypeName, $"{build.Name}-{From.Label}-on-{To.Label}", Inputs(build.Inputs), published);

    /// <summary>The entry of the component's <c>directions</c>.</summary>
    /// <param name="record">What the called side keeps.</param>
    /// <param name="isPreview">Whether what is missing of it may come with the update.</param>
    public PropertyMap Describe(ChildResource record, bool isPreview) => PropertyMap
        .Of(
            ("from", From.Side.Server),
            ("to", To.Side.Server),
            ("partnerApplication", record.Id is UnknownValue ? new OutputValue(null, false, [record.Urn]) : new OutputValue(
                record.Id, false, [record.Urn])),
            ("issuer", record.Output("issuer")))
        .SetIf("trustedThumbprints", isPreview || record.Outputs.ContainsKey(PartnerProperties.TrustedKeys)
            ? Thumbprints(record.Output(PartnerProperties.TrustedKeys))
            : null);

    private PropertyMap Inputs(PropertyMap component)
    {
        var inputs = PropertyMap
            .Of(
                ("server", To.Side.Server),
                ("authMetadataUrl", From.Endpoint.Output("url")),
                ("refreshTrigger", From.Endpoint.Output("fingerprint")))
            .SetIf("restart", component.TryGetValue("restart", out var restart) && restart.IsGiven() ? restart : null);
        return To.Label switch
        {
            TrustSide.Lync => inputs.SetIf("trustLevel", To.Side.Value.Part("trustLevel")),
            TrustSide.Exchange => inputs.Set("acceptSecurityIdentifierInformation", true).Set("linkedAccount", Account()),
            _ => inputs,
        };
    }

    /// <summary>Whose roles an app-only call to Exchange has: what the vendor's script gives, where the user names none.</summary>
    private PropertyValue Account() => From.Label == TrustSide.SharePoint
        ? DefaultAccount(WellKnownApplications.SharePoint)
        : To.Side.Value.Part("linkedAccount") ?? DefaultAccount(WellKnownApplications.Lync);

    private static PropertyMap DefaultAccount(string partner) => PropertyMap.Of(
        ("name", LinkedAccountRules.DefaultName(partner)), ("roles", WireValues.Texts(LinkedAccountRules.DefaultRoles(partner))));

    private static PropertyValue Thumbprints(PropertyValue keys) => keys.Map(known => known is ListValue list
        ? ListValue.Of(list.Items.Select(key => key.Part("thumbprint") ?? PropertyValue.Null))
        : known);
}
