using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Components.Building;

/// <summary>A registered child.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">Its id; unknown while only previewed.</param>
/// <param name="Outputs">Its outputs; in a preview what is missing is unknown.</param>
public sealed record ChildResource(string Urn, PropertyValue Id, PropertyMap Outputs)
{
    /// <summary>One of its outputs, as a value that depends on it; unknown when it has none.</summary>
    public OutputValue Output(string name)
    {
        var value = Outputs.TryGetValue(name, out var known) ? known : null;
        return new OutputValue(
            value is null || value.ContainsUnknown() ? null : value.WithoutSecrets(), value?.ContainsSecret() ?? false, [Urn]);
    }
}
