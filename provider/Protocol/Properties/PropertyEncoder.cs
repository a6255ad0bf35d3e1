using Google.Protobuf.WellKnownTypes;

namespace PartnerTrust.Protocol.Properties;

internal static class PropertyEncoder
{
    public static Struct EncodeFields(PropertyMap map)
    {
        if (map.ContainsKey(PropertySignatures.Key))
        {
            throw new PropertyFormatException("", "an object cannot have the key that marks special values");
        }

        var target = new Struct();
        foreach (var (key, value) in map)
        {
            target.Fields.Add(key, Encode(value));
        }

        return target;
    }

    /// <summary>The recursion goes through small methods: a deep value must fit the smallest thread stack.</summary>
    public static Value Encode(PropertyValue value) => value switch
    {
        PropertyMap map => Value.ForStruct(EncodeFields(map)),
        ListValue list => EncodeList(list),
        SecretValue secret => Special(PropertySignatures.Secret, ("value", Encode(secret.Value))),
        OutputValue output => EncodeOutput(output),
        ArchiveValue archive => EncodeArchive(archive),
        ResourceReferenceValue reference => EncodeReference(reference),
        _ => EncodeLeaf(value),
    };

    private static Value EncodeLeaf(PropertyValue value) => value switch
    {
        NullValue => Value.ForNull(),
        BoolValue flag => Value.ForBool(flag.Value),
        NumberValue number => Value.ForNumber(number.Value),
        TextValue text => Value.ForString(text.Value),
        UnknownValue unknown => Value.ForString(PropertySignatures.Of(unknown.Kind)),
        AssetValue asset => EncodeAsset(asset),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, null),
    };

    private static Value EncodeList(ListValue list)
    {
        var target = new Google.Protobuf.WellKnownTypes.ListValue();
        foreach (var item in list.Items)
        {
            target.Values.Add(Encode(item));
        }

        return new Value { ListValue = target };
    }

    private static Value EncodeAsset(AssetValue asset) => Special(
        PropertySignatures.Asset,
        ("hash", Text(asset.Hash)),
        ("text", Text(asset.Text)),
        ("path", Text(asset.Path)),
        ("uri", Text(asset.Uri)));

    private static Value EncodeArchive(ArchiveValue archive) => Special(
        PropertySignatures.Archive,
        ("hash", Text(archive.Hash)),
        ("assets", archive.Assets is null ? null : Encode(archive.Assets)),
        ("path", Text(archive.Path)),
        ("uri", Text(archive.Uri)));

    private static Value EncodeReference(ResourceReferenceValue reference) => Special(
        PropertySignatures.ResourceReference,
        ("urn", Text(reference.Urn)),
        ("id", reference.Id is null ? null : Encode(reference.Id)),
        ("packageVersion", Text(reference.PackageVersion)));

    private static Value EncodeOutput(OutputValue output) => Special(
        PropertySignatures.Output,
        ("value", output.Value is null ? null : Encode(output.Value)),
        ("secret", output.IsSecret ? Value.ForBool(true) : null),
        ("dependencies", output.Dependencies.Length == 0 ? null : Value.ForList([.. output.Dependencies.Select(Value.ForString)])));

    private static Value? Text(string? text) => text is null ? null : Value.ForString(text);

    private static Value Special(string signature, params ReadOnlySpan<(string Name, Value? Value)> parts)
    {
        var target = new Struct { Fields = { [PropertySignatures.Key] = Value.ForString(signature) } };
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                target.Fields.Add(name, value);
            }
        }

        return Value.ForStruct(target);
    }
}
