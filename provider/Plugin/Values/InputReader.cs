using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Values;

/// <summary>Reads the properties of an object that was held against the schema, each once.</summary>
/// <param name="map">The object.</param>
/// <param name="prefix">What stands before the names of its properties in messages.</param>
public sealed class InputReader(PropertyMap map, string prefix = "")
{
    public Input<string> Text(string name)
    {
        var value = Find(name);
        return Of(name, value, (value as TextValue)?.Value);
    }

    public Input<bool?> Flag(string name)
    {
        var value = Find(name);
        return Of(name, value, (value as BoolValue)?.Value);
    }

    public Input<int?> Whole(string name) => Of(name, Find(name), map.Whole(name));

    public Input<ImmutableArray<string>?> Texts(string name) => Of(name, Find(name), map.Texts(name));

    /// <summary>A value of an enumeration, in whatever case.</summary>
    public Input<T?> Choice<T>(string name)
        where T : struct, Enum
    {
        var value = Find(name);
        return Of(name, value, value is TextValue text && Enum.TryParse<T>(text.Value, ignoreCase: true, out var choice) ? choice : (T?)null);
    }

    /// <summary>An object, with what is inside it.</summary>
    public Input<T> Nested<T>(string name, Func<InputReader, T> read)
        where T : class
    {
        var value = Find(name);
        return Of(name, value, value is PropertyMap inside ? read(new InputReader(inside, $"{prefix}{name}.")) : null);
    }

    private PropertyValue? Find(string name) => map.TryGetValue(name, out var value) ? value.Unwrap() : null;

    private Input<T> Of<T>(string name, PropertyValue? given, T? value) => new(prefix + name, given is not (null or NullValue), value);
}
