using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Unchecked;

/// <summary>Every way in which one value of a map can be wrong: gone, null, not known, of each other kind, absurd; at the top and inside.</summary>
internal static class Mutations
{
    private static readonly (string Name, PropertyValue Value)[] ByDay =
    [
        ("null", PropertyValue.Null),
        ("unknown", UnknownValue.Text),
        ("empty text", ""),
        ("controls", "a\0b/\u202e"),
        ("url", "https://[::1"),
        ("true", true),
        ("huge number", 1e300),
        ("list", ListValue.Of([PropertyValue.Null, PropertyMap.Empty, 5, UnknownValue.Text])),
        ("map", PropertyMap.Of(("no such", PropertyMap.Of(("property", 1))))),
        ("asset", new AssetValue(null, "x", null, null)),
    ];

    private static readonly (string Name, PropertyValue Value)[] ByNight =
    [
        .. ByDay,
        ("secret null", new SecretValue(PropertyValue.Null)),
        ("output unknown", new OutputValue(null, true, [])),
        ("text", "x"),
        ("blanks", " \t "),
        ("long text", new string('a', 70_000)),
        ("other url", "file:///etc/passwd"),
        ("number", 1.5),
        ("no number", double.NaN),
        ("negative", -1),
        ("most", int.MaxValue),
        ("empty list", ListValue.Of([])),
        ("empty map", PropertyMap.Empty),
        ("resource", new ResourceReferenceValue("urn:pulumi:dev::trust::a:b:C::d", "id", null)),
    ];

    private static readonly (string Name, PropertyValue Value)[] Wrong = GeneratedCases.ByNight ? ByNight : ByDay;

    public static IEnumerable<(string What, PropertyMap Map)> Of(PropertyMap map)
    {
        yield return ("as it is", map);
        yield return ("nothing", PropertyMap.Empty);
        yield return ("one too many", map.Set("no such property", 1));
        foreach (var (what, mutated) in Within(map))
        {
            yield return (what, mutated);
        }
    }

    private static IEnumerable<(string What, PropertyMap Map)> Within(PropertyMap map)
    {
        foreach (var (name, value) in map)
        {
            yield return ($"{name} dropped", map.Remove(name));
            foreach (var (wrong, other) in Wrong)
            {
                yield return ($"{name}: {wrong}", map.Set(name, other));
            }

            if (value.Unwrap() is PropertyMap inner)
            {
                foreach (var (what, mutated) in Within(inner))
                {
                    yield return ($"{name}.{what}", map.Set(name, mutated));
                }
            }
            else if (value.Unwrap() is ListValue { Items: [PropertyMap item, ..] items })
            {
                foreach (var (what, mutated) in Within(item))
                {
                    yield return ($"{name}[0].{what}", map.Set(name, ListValue.Of([mutated, .. items[1..]])));
                }
            }
        }
    }
}
