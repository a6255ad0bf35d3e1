using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Values;

/// <summary>Reads the properties of an object that was held against the schema, each once.</summary>
/// <param name="map">The object.</param>
/// <param name="prefix">What stands before the names of its properties in messages.</param>
public sealed class InputReader(PropertyMap map, string prefix = "")
{
    public Input<string> Text(string name) => Of(name, map.Text(name));

    public Input<bool?> Flag(string name) => Of(name, map.Flag(name));

    public Input<int?> Whole(string name) => Of(name, map.Whole(name));

    public Input<ImmutableArray<string>?> Texts(string name) => Of(name, map.Texts(name));

    /// <summary>A value of an enumeration, in whatever case.</summary>
    public Input<T?> Choice<T>(string name)
        where T : struct, Enum => Of(name, Enum.TryParse<T>(map.Text(name), ignoreCase: true, out var value) ? value : (T?)null);

    /// <summary>An object, with what is inside it.</summary>
    public Input<T> Nested<T>(string name, Func<InputReader, T> read)
        where T : class => Of(name, map.Map(name) is { } inside ? read(new InputReader(inside, $"{prefix}{name}.")) : null);

    private Input<T> Of<T>(string name, T? value) => new(prefix + name, map.Has(name), value);
}
