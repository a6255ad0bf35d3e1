using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>A resource to be read or deleted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Inputs">Its last inputs; empty when only the id is known.</param>
/// <param name="Outputs">Its last outputs; empty when only the id is known.</param>
public sealed record ResourceLookup(string Id, PropertyMap Inputs, PropertyMap Outputs)
{
    /// <summary>Whether nothing but the id is known.</summary>
    public bool IsImport => Inputs.Count == 0 && Outputs.Count == 0;
}
