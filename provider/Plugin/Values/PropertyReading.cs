using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Values;

/// <summary>Reads checked properties: secrets and outputs peeled off, unknown and missing values as null.</summary>
public static class PropertyReading
{
    /// <summary>Null, which programs may also write by leaving the property out.</summary>
    public static bool IsAbsent(this PropertyValue value) => value.Unwrap() is NullValue;

    /// <summary>A list of nothing, which means the same as no list.</summary>
    public static bool IsEmptyList(this PropertyValue value) => value.Unwrap() is ListValue { Items.IsEmpty: true };

    /// <summary>Whether the property is there, known or not.</summary>
    public static bool Has(this PropertyMap map, string name) => map.TryGetValue(name, out var value) && !value.IsAbsent();

    public static bool TryText(this PropertyMap map, string name, [NotNullWhen(true)] out string? text)
    {
        text = map.Text(name);
        return text is not null;
    }

    public static string? Text(this PropertyMap map, string name) => map.Peeled(name) is TextValue text ? text.Value : null;

    public static bool? Flag(this PropertyMap map, string name) => map.Peeled(name) is BoolValue flag ? flag.Value : null;

    public static int? Whole(this PropertyMap map, string name) =>
        map.Peeled(name) is NumberValue { Value: var number } && IsWhole(number) ? (int)number : null;

    /// <summary>Whether it is one of the whole numbers that inputs hold.</summary>
    public static bool IsWhole(double number) => Math.Floor(number) == number && Math.Abs(number) <= int.MaxValue;

    public static PropertyMap? Map(this PropertyMap map, string name) => map.Peeled(name) as PropertyMap;

    /// <summary>The list's items; null when the list is missing or not wholly known.</summary>
    public static ImmutableArray<string>? Texts(this PropertyMap map, string name) =>
        map.Peeled(name) is ListValue list && list.Items.All(item => item.Unwrap() is TextValue)
            ? [.. list.Items.Select(item => ((TextValue)item.Unwrap()).Value)]
            : null;

    public static IEnumerable<PropertyMap> Maps(this PropertyMap map, string name) =>
        map.Peeled(name) is ListValue list ? list.Items.Select(item => item.Unwrap()).OfType<PropertyMap>() : [];

    private static PropertyValue? Peeled(this PropertyMap map, string name) => map.TryGetValue(name, out var value) ? value.Unwrap() : null;
}
