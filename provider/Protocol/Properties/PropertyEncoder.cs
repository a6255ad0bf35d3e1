using Google.Protobuf.WellKnownTypes;

namespace PartnerTrust.Protocol.Properties;

internal static class PropertyEncoder
{
    public static Struct EncodeFields(PropertyMap map)
    {
        if (map.ContainsKey(PropertySignatures.Key))
            throw new PropertyFormatException("", "an object cannot have the key that marks special values");
        var target = new Struct();
        foreach (var (key, value) in map) target.Fields.Add(key, Encode(value));
        return target;
    }

    public static Value Encode(PropertyValue value) => value switch
    {
        NullValue => Value.ForNull(),
        BoolValue flag => Value.ForBool(flag.Value),
        NumberValue number => Value.ForNumber(number.Value),
        TextValue text => Value.ForString(text.Value),
        ListValue list => Value.ForList([.. list.Items.Select(Encode)]),
        PropertyMap map => Value.ForStruct(EncodeFields(map)),
        UnknownValue unknown => Value.ForString(PropertySignatures.Of(unknown.Kind)),
        SecretValue secret => Special(PropertySignatures.Secret, ("value", Encode(secret.Value))),
        OutputValue output => EncodeOutput(output),
        AssetValue asset => Special(
            PropertySignatures.Asset,
            ("hash", Text(asset.Hash)), ("text", Text(asset.Text)), ("path", Text(asset.Path)), ("uri", Text(asset.Uri))),
        ArchiveValue archive => Special(
            PropertySignatures.Archive,
            ("hash", Text(archive.Hash)), ("assets", archive.Assets is null ? null : Encode(archive.Assets)),
            ("path", Text(archive.Path)), ("uri", Text(archive.Uri))),
        ResourceReferenceValue reference => Special(
            PropertySignatures.ResourceReference,
            ("urn", Text(reference.Urn)), ("id", reference.Id is null ? null : Encode(reference.Id)),
            ("packageVersion", Text(reference.PackageVersion))),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, null),
    };

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
            if (value is not null) target.Fields.Add(name, value);
        }

        return Value.ForStruct(target);
    }
}
