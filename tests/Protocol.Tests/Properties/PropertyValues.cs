using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Tests.Properties;

/// <summary>Random property values of every kind.</summary>
internal static class PropertyValues
{
    public static Gen<string> Text { get; } = Gen.Elements("", "a", "b.c", "x[0]", "\"", "\\", "größer", "🙂", "value", "id", "\n", "__proto__");

    public static Arbitrary<PropertyValue> Any { get; } = Gen.Sized(Of).ToArbitrary();

    public static Arbitrary<PropertyMap> Maps { get; } = Gen.Sized(MapOf).ToArbitrary();

    private static Gen<UnknownValue> Unknown { get; } = Gen.Elements(Enum.GetValues<UnknownKind>()).Select(kind => new UnknownValue(kind));

    private static Gen<PropertyValue> Leaf { get; } = Gen.OneOf(
        Gen.Constant(PropertyValue.Null),
        Gen.Elements<PropertyValue>(true, false),
        Gen.Elements(0, -0.5, 1e300, double.NaN, double.PositiveInfinity, 9007199254740993).Select(number => (PropertyValue)number),
        Text.Select(text => (PropertyValue)text),
        Unknown.Select(unknown => (PropertyValue)unknown),
        Asset.Select(asset => (PropertyValue)asset),
        Reference.Select(reference => (PropertyValue)reference));

    private static Gen<AssetValue> Asset => Gen.Elements(
        new AssetValue("hash", null, null, null),
        new AssetValue(null, "", null, null),
        new AssetValue("hash", "text", null, null),
        new AssetValue(null, null, "./a.txt", null),
        new AssetValue(null, null, null, "https://example.org/a"));

    private static Gen<ResourceReferenceValue> Reference => Gen.Elements(
        new ResourceReferenceValue("urn:pulumi:s::p::t::n", null, null),
        new ResourceReferenceValue("urn:pulumi:s::p::t::n", "id", "1.2.3"),
        new ResourceReferenceValue("urn:pulumi:s::p::t::n", UnknownValue.Text, null));

    private static Gen<PropertyValue> Of(int size)
    {
        if (size < 2)
        {
            return Leaf;
        }

        var smaller = Of(size / 3);
        return Gen.OneOf(
            Leaf,
            smaller.ArrayOf(size / 8).Select(items => (PropertyValue)ListValue.Of(items)),
            MapOf(size / 3).Select(map => (PropertyValue)map),
            smaller.Select(value => (PropertyValue)new SecretValue(value)),
            smaller.SelectMany(value => Gen.Elements(true, false), Output),
            MapOf(0).SelectMany(_ => Asset, (_, asset) => (PropertyValue)new ArchiveValue("hash", PropertyMap.Of(("a.txt", asset)), null, null)),
            Gen.Constant((PropertyValue)new ArchiveValue(null, null, "./dir", null)));
    }

    private static Gen<PropertyMap> MapOf(int size) =>
        Text.SelectMany(_ => Of(size / 3), KeyValuePair.Create).ArrayOf(Math.Min(size / 4, 4)).Select(PropertyMap.Of);

    private static PropertyValue Output(PropertyValue value, bool secret) =>
        new OutputValue(value is UnknownValue ? null : value, secret, secret ? ["urn:pulumi:s::p::t::n"] : ImmutableArray<string>.Empty);
}
