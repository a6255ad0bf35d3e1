using PartnerTrust.Plugin.Components.Building;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Components;

/// <summary>Every component of the package.</summary>
public sealed class ComponentRegistry(PackageSchema schema, IEnumerable<IComponent> components)
{
    private readonly Dictionary<string, IComponent> byToken = components.ToDictionary(type => PackageTokens.Of(type.Name), StringComparer.Ordinal);

    public static ComponentRegistry Of(PackageSchema schema) => new(schema, [new TwoWayTrusts.TwoWayTrust()]);

    public (IComponent Component, ResourceSchema Schema) Find(string token) =>
        byToken.TryGetValue(token, out var found) && schema.FindResource(token) is { } described
            ? (found, described)
            : throw new FaultException(FaultCatalogue.ResourceUnknown(token, Suggestion.For(token, byToken.Keys)));
}
