using System.Collections.Immutable;
using System.Text;
using Google.Protobuf.WellKnownTypes;

namespace PartnerTrust.Protocol.Properties;

/// <summary>Decodes one value. It keeps the path of where it is, for the message of a refusal.</summary>
internal sealed class PropertyDecoder
{
    private readonly List<PathSegment> path = [];

    public PropertyMap DecodeFields(Struct source)
    {
        if (source.Fields.ContainsKey(PropertySignatures.Key))
        {
            throw Malformed("a special value is not allowed where properties are expected");
        }

        return DecodeEntries(source);
    }

    public PropertyValue Decode(Value source) => source.KindCase switch
    {
        Value.KindOneofCase.None or Value.KindOneofCase.NullValue => PropertyValue.Null,
        Value.KindOneofCase.BoolValue => new BoolValue(source.BoolValue),
        Value.KindOneofCase.NumberValue => new NumberValue(source.NumberValue),
        Value.KindOneofCase.StringValue => DecodeText(source.StringValue),
        Value.KindOneofCase.ListValue => DecodeList(source.ListValue),
        _ => DecodeObject(source.StructValue),
    };

    private static PropertyValue DecodeText(string text) =>
        PropertySignatures.UnknownKindOf(text) is { } kind ? new UnknownValue(kind) : new TextValue(text);

    private ListValue DecodeList(Google.Protobuf.WellKnownTypes.ListValue source)
    {
        var items = ImmutableArray.CreateBuilder<PropertyValue>(source.Values.Count);
        for (var i = 0; i < source.Values.Count; i++)
        {
            items.Add(At(new PathSegment.Index(i), source.Values[i]));
        }

        return new ListValue(items.MoveToImmutable());
    }

    private PropertyMap DecodeEntries(Struct source) =>
        PropertyMap.Of(source.Fields.Select(field => KeyValuePair.Create(field.Key, At(new PathSegment.Key(field.Key), field.Value))));

    private PropertyValue At(PathSegment segment, Value source)
    {
        path.Add(segment);
        var value = Decode(source);
        path.RemoveAt(path.Count - 1);
        return value;
    }

    private PropertyValue DecodeObject(Struct source)
    {
        if (!source.Fields.TryGetValue(PropertySignatures.Key, out var signature))
        {
            return DecodeEntries(source);
        }

        if (signature.KindCase != Value.KindOneofCase.StringValue)
        {
            throw Malformed("the signature of a special value must be a string");
        }

        return signature.StringValue switch
        {
            PropertySignatures.Secret => DecodeSecret(source),
            PropertySignatures.Asset => DecodeAsset(source),
            PropertySignatures.Archive => DecodeArchive(source),
            PropertySignatures.ResourceReference => DecodeReference(source),
            PropertySignatures.Output => DecodeOutput(source),
            PropertySignatures.ByteString => DecodeByteString(source),
            var unknown => throw Malformed($"the signature '{unknown}' of a special value is not known"),
        };
    }

    private SecretValue DecodeSecret(Struct source) =>
        source.Fields.TryGetValue("value", out var value) ? new SecretValue(Decode(value)) : throw Malformed("a secret must have a value");

    private AssetValue DecodeAsset(Struct source)
    {
        var asset = new AssetValue(Text(source, "hash"), Text(source, "text"), Location(source, "path"), Location(source, "uri"));
        RequireOne("an asset is one of text, path and uri", !string.IsNullOrEmpty(asset.Text), asset.Path is not null, asset.Uri is not null);
        return asset;
    }

    private ArchiveValue DecodeArchive(Struct source)
    {
        var archive = new ArchiveValue(Text(source, "hash"), DecodeAssets(source), Location(source, "path"), Location(source, "uri"));
        RequireOne("an archive is one of assets, path and uri", archive.Assets is not null, archive.Path is not null, archive.Uri is not null);
        return archive;
    }

    private PropertyMap? DecodeAssets(Struct source)
    {
        if (Find(source, "assets") is not { } assets)
        {
            return null;
        }

        if (assets.KindCase != Value.KindOneofCase.StructValue)
        {
            throw Malformed("the assets of an archive must be an object");
        }

        var decoded = DecodeEntries(assets.StructValue);
        var stranger = decoded.FirstOrDefault(entry => entry.Value is not (AssetValue or ArchiveValue)).Key;
        return stranger is null ? decoded : throw Malformed($"'{stranger}' in an archive is neither asset nor archive");
    }

    /// <summary>An empty id is one that is not known yet.</summary>
    private ResourceReferenceValue DecodeReference(Struct source)
    {
        var urn = Text(source, "urn") ?? throw Malformed("a resource reference must have a URN");
        PropertyValue? id = Text(source, "id") switch { null => null, "" => UnknownValue.Text, var text => DecodeText(text) };
        return new ResourceReferenceValue(urn, id, Text(source, "packageVersion"));
    }

    private OutputValue DecodeOutput(Struct source)
    {
        var value = source.Fields.TryGetValue("value", out var known) ? Decode(known) : null;
        return new OutputValue(value is UnknownValue ? null : value, DecodeFlag(source, "secret"), DecodeDependencies(source));
    }

    private bool DecodeFlag(Struct source, string name) => Find(source, name) switch
    {
        null => false,
        { KindCase: Value.KindOneofCase.BoolValue } flag => flag.BoolValue,
        _ => throw Malformed($"'{name}' of a special value must be true or false"),
    };

    private ImmutableArray<string> DecodeDependencies(Struct source)
    {
        if (Find(source, "dependencies") is not { } list)
        {
            return [];
        }

        if (list.KindCase != Value.KindOneofCase.ListValue || list.ListValue.Values.Any(urn => urn.KindCase != Value.KindOneofCase.StringValue))
        {
            throw Malformed("the dependencies of an output must be a list of URNs");
        }

        return [.. list.ListValue.Values.Select(urn => urn.StringValue)];
    }

    /// <summary>Byte strings exist for what is no UTF-8; we do not ask for them, and no property of ours takes one.</summary>
    private TextValue DecodeByteString(Struct source)
    {
        var encoded = Text(source, "value") ?? throw Malformed("a byte string must have a value");
        try
        {
            return new TextValue(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(encoded)));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw Malformed("a byte string that is not UTF-8 text cannot be used here");
        }
    }

    private string? Location(Struct source, string name) => Text(source, name) is { Length: > 0 } location ? location : null;

    private string? Text(Struct source, string name) => Find(source, name) switch
    {
        null => null,
        { KindCase: Value.KindOneofCase.StringValue } text => text.StringValue,
        _ => throw Malformed($"'{name}' of a special value must be a string"),
    };

    private static Value? Find(Struct source, string name) =>
        source.Fields.TryGetValue(name, out var value) && value.KindCase is not (Value.KindOneofCase.NullValue or Value.KindOneofCase.None)
            ? value : null;

    private void RequireOne(string rule, params ReadOnlySpan<bool> given)
    {
        if (given.Count(true) > 1)
        {
            throw Malformed(rule);
        }
    }

    private PropertyFormatException Malformed(string reason) => new(new PropertyPath([.. path]).ToString(), reason);
}
