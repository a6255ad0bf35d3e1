using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Schema;

/// <summary>Marks what the schema calls secret, at every depth and whatever the program did: a literal, an output, a value that is not known
/// yet.</summary>
internal static class SchemaSecrets
{
    /// <summary>The map with every such property secret. Dependencies, unknown values and other secrets stay as they are.</summary>
    public static PropertyMap Sealed(this PropertyMap map, ObjectSchema schema) => PropertyMap.Of(map.AsEnumerable().Select(entry =>
        KeyValuePair.Create(
            entry.Key, schema.Properties.TryGetValue(entry.Key, out var property) ? entry.Value.Sealed(property) : entry.Value)));

    public static PropertyValue Sealed(this PropertyValue value, PropertySchema property)
    {
        if (value is NullValue)
        {
            return value;
        }

        var within = Sealed(value, property.Type);
        return property.IsSecret ? within.AsSecret() : within;
    }

    private static PropertyValue Sealed(PropertyValue value, TypeSchema type) => value.Map(inside => (inside, type) switch
    {
        (PropertyMap map, TypeSchema.Composite { Schema: var schema }) => map.Sealed(schema),
        (PropertyMap map, TypeSchema.Dictionary { Item: var item }) => map.MapValues(entry => Sealed(entry, item)),
        (ListValue list, TypeSchema.List { Item: var item }) => ListValue.Of(list.Items.Select(entry => Sealed(entry, item))),
        _ => inside,
    });
}
