using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>One step that Pulumi's engine plans.</summary>
/// <param name="Operation">As the engine calls it, for example <c>create-replacement</c>.</param>
/// <param name="Urn">The resource.</param>
/// <param name="Provider">The reference of its provider; empty where none is named.</param>
/// <param name="Old">As the state remembers it; null for a new one, and for a component, of which nothing is deleted but its children.</param>
/// <param name="NewInputs">What the program gives it; null where it is not there any more.</param>
internal sealed record DigestStep(string Operation, string Urn, string Provider, ResourceLookup? Old, PropertyMap? NewInputs)
{
    public bool Deletes => Operation is "delete" or "delete-replaced";

    public static DigestStep Read(PropertyMap step)
    {
        var old = step.TryGetValue("oldState", out var before) && before is PropertyMap state && IsCustom(state) ? state : null;
        var provider = step.Text("provider") ?? old?.Text("provider") ?? "";
        return new DigestStep(
            step.Text("op") ?? "",
            step.Text("urn") ?? "",
            provider,
            old is null ? null : new ResourceLookup(old.Text("id") ?? "", Map(old, "inputs"), Map(old, "outputs")),
            step.TryGetValue("newState", out var after) && after is PropertyMap given ? Map(given, "inputs") : null);
    }

    private static bool IsCustom(PropertyMap state) => state.TryGetValue("custom", out var custom) && custom is BoolValue { Value: true };

    private static PropertyMap Map(PropertyMap state, string name) =>
        state.TryGetValue(name, out var value) && value is PropertyMap map ? map : PropertyMap.Empty;
}
