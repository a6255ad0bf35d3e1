using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>A create or update that is only previewed.</summary>
/// <param name="Urn">Whose plan it is.</param>
/// <param name="Id">Its id; empty when the resource is to be created.</param>
/// <param name="Creation">The new inputs, of which parts may be unknown, and for a creation what it finds there.</param>
/// <param name="OldInputs">The old inputs; null when the resource is to be created.</param>
/// <param name="OldOutputs">The old outputs; empty when the resource is to be created.</param>
/// <param name="Installation">The configured servers.</param>
/// <param name="Now">When it is planned.</param>
public sealed record ResourcePlan(
    string Urn,
    string Id,
    ResourceCreation Creation,
    PropertyMap? OldInputs,
    PropertyMap OldOutputs,
    Installation Installation,
    DateTimeOffset Now)
{
    public PropertyMap Inputs => Creation.Inputs;

    /// <summary>The old values of all outputs that are no inputs.</summary>
    public PropertyMap KeepComputed() => OldInputs is null ? PropertyMap.Empty : OldOutputs.Except(Inputs).Except(OldInputs);

    /// <summary>The old values of outputs that the change leaves alone.</summary>
    public PropertyMap Keep(params ReadOnlySpan<string> names)
    {
        var kept = PropertyMap.Empty;
        foreach (var name in names)
        {
            if (OldOutputs.TryGetValue(name, out var value))
            {
                kept = kept.Set(name, value);
            }
        }

        return kept;
    }
}
