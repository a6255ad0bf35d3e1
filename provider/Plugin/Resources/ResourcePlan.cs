using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Resources;

/// <summary>A create or update that is only previewed.</summary>
/// <param name="Urn">Whose plan it is.</param>
/// <param name="Id">Its id; empty when the resource is to be created.</param>
/// <param name="Inputs">The new inputs; parts may be unknown.</param>
/// <param name="OldInputs">The old inputs; null when the resource is to be created.</param>
/// <param name="OldOutputs">The old outputs; empty when the resource is to be created.</param>
/// <param name="Session">The process it runs in.</param>
public sealed record ResourcePlan(
    string Urn, string Id, PropertyMap Inputs, PropertyMap? OldInputs, PropertyMap OldOutputs, ProviderSession Session)
{
    public Installation Installation => Session.Installation;

    public DateTimeOffset Now => Session.Time.GetUtcNow();

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
