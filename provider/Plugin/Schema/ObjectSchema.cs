using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Schema;

/// <summary>The properties of an object, in the order of <c>schema.json</c>.</summary>
public sealed class ObjectSchema
{
    public static ObjectSchema Empty { get; } = new([], []);

    public ObjectSchema(IReadOnlyList<PropertySchema> properties, IEnumerable<string> required)
    {
        Properties = properties.ToImmutableSortedDictionary(property => property.Name, property => property, StringComparer.Ordinal);
        Required = required.ToImmutableSortedSet(StringComparer.Ordinal);
    }

    public ImmutableSortedDictionary<string, PropertySchema> Properties { get; }

    public ImmutableSortedSet<string> Required { get; }
}
