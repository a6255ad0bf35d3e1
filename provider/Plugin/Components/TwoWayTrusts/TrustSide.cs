using PartnerTrust.Plugin.Components.Building;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Components.TwoWayTrusts;

/// <summary>One side of the trust as its user describes it.</summary>
/// <param name="Label">What its children are named after: <c>lync</c>, <c>exchange</c> or <c>sharepoint</c>.</param>
/// <param name="Value">The side's object, possibly unknown or the output of another resource.</param>
internal sealed record TrustSide(string Label, PropertyValue Value)
{
    public const string Lync = "lync";
    public const string Exchange = "exchange";
    public const string SharePoint = "sharepoint";

    public PropertyValue Server => Value.Part("server") ?? UnknownValue.Text;

    /// <summary>The certificate that was asked for; else one that the engine makes and renews.</summary>
    public PropertyValue CertificateSource =>
        Value.Part("certificate") ?? PropertyMap.Of(("generate", PropertyMap.Empty));

    /// <summary>The sides of a component, Lync and Exchange first.</summary>
    public static IReadOnlyList<TrustSide> In(PropertyMap inputs)
    {
        var sides = new List<TrustSide> { new(Lync, inputs["lync"]), new(Exchange, inputs["exchange"]) };
        if (inputs.TryGetValue("sharePoint", out var third) && third.IsGiven())
        {
            sides.Add(new TrustSide(SharePoint, third));
        }

        return sides;
    }
}
