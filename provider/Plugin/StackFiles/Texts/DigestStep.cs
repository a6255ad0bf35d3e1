using System.Text.Json;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.StackFiles.Texts;

/// <summary>One step that Pulumi's engine plans.</summary>
/// <param name="Operation">As the engine calls it, for example <c>create-replacement</c>.</param>
/// <param name="Urn">The resource.</param>
/// <param name="Before">As the state remembers it; null for a new one.</param>
/// <param name="After">As it is foreseen; null where it is not there any more. A preview of the CLI's may leave its outputs out.</param>
internal sealed record DigestStep(string Operation, string Urn, StackResource? Before, StackResource? After)
{
    /// <summary>The reference of its provider; empty where none is named.</summary>
    public required string Provider { get; init; }

    public bool Deletes => Operation is "delete" or "delete-replaced";

    /// <summary>As it is to be deleted; null for a new one, and for a component, of which nothing is deleted but its children.</summary>
    public ResourceLookup? Old => Before is { IsCustom: true } ? new ResourceLookup(Before.Id, Before.Inputs, Before.Outputs) : null;

    /// <summary>What the program gives it; null where it is not there any more.</summary>
    public PropertyMap? NewInputs => After?.Inputs;

    public static DigestStep Read(JsonElement step)
    {
        var before = Find(step, "oldState");
        return new DigestStep(StackResource.Text(step, "op"), StackResource.Text(step, "urn"), before, Find(step, "newState"))
        {
            Provider = StackResource.Text(step, "provider") is { Length: > 0 } named ? named
                : before is { IsCustom: true } ? before.Provider
                : "",
        };
    }

    private static StackResource? Find(JsonElement step, string name) =>
        step.TryGetProperty(name, out var state) && state.ValueKind == JsonValueKind.Object ? StackResource.Read(state) : null;
}
