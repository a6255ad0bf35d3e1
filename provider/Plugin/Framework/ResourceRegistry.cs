using PartnerTrust.Plugin.Schema;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Framework;

/// <summary>The resource types of the package, by their tokens.</summary>
public sealed class ResourceRegistry(PackageSchema schema, IEnumerable<ResourceType> types)
{
    private readonly Dictionary<string, ResourceType> byToken = types.ToDictionary(type => PackageTokens.Of(type.Name), StringComparer.Ordinal);

    public ResourceType? Find(string token) => byToken.GetValueOrDefault(token);

    /// <summary>The type that a request is about; older engines give it only in the URN.</summary>
    public (ResourceType Type, ResourceSchema Schema) Find(string urn, string type)
    {
        var token = type.Length > 0 ? type : PackageTokens.TypeOf(urn);
        var described = schema.FindResource(token);
        return byToken.TryGetValue(token, out var found) && described is not null ? (found, described) : throw new FaultException(
            described is { IsComponent: true }
                ? FaultCatalogue.ComponentNotImportable(token, byToken.Values.Select(known => known.Name))
                : FaultCatalogue.ResourceUnknown(token, Suggestion.For(token, byToken.Keys)));
    }
}
