using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Resources;

/// <summary>A resource to be read or deleted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Inputs">Its last inputs; empty on import.</param>
/// <param name="Outputs">Its last outputs; empty on import.</param>
public sealed record ResourceLookup(string Id, PropertyMap Inputs, PropertyMap Outputs)
{
    /// <summary>Whether nothing but the id is known.</summary>
    public bool IsImport => Inputs.Count == 0 && Outputs.Count == 0;
}
