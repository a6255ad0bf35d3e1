using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Tests.Properties;

public sealed class PropertyCodecTests
{
    private const string Key = PropertySignatures.Key;
    private const string Urn = "urn:pulumi:dev::p::pkg:m:T::n";

    [Fact]
    public void Every_value_comes_back_through_the_wire() =>
        Prop.ForAll(PropertyValues.Any, value => ThroughTheWire(value).Equals(value)).Check(GeneratedCases.Config(1000));

    [Fact]
    public void Every_map_comes_back() =>
        Prop.ForAll(PropertyValues.Maps, map => PropertyCodec.Decode(PropertyCodec.Encode(map)).Equals(map)).Check(GeneratedCases.Config(100));

    public static TheoryData<string, PropertyValue> Shapes => new()
    {
        { """{"$":"1b47061264138c4ac30d75fd1eb44270","value":"s3cr3t"}""", new SecretValue("s3cr3t") },
        { """{"$":"c44067f5952c0a294b673a41bacd8c17","hash":"h","text":"hello"}""", new AssetValue("h", "hello", null, null) },
        {
            """{"$":"0def7320c3a5731c473e5ecbe6d01bc7","assets":{"a.txt":{"$":"c44067f5952c0a294b673a41bacd8c17","path":"./a.txt"}}}""",
            new ArchiveValue(null, PropertyMap.Of(("a.txt", new AssetValue(null, null, "./a.txt", null))), null, null)
        },
        {
            """{"$":"5cf8f73096256a8f31e491e813e4eb8e","urn":"URN","id":"abc","packageVersion":"1.2.3"}""",
            new ResourceReferenceValue(Urn, "abc", "1.2.3")
        },
        {
            """{"$":"d0e6a833031e9bbcd3f4e8bde6ca49a4","value":[1,2],"secret":true,"dependencies":["URN"]}""",
            new OutputValue(PartnerTrust.Protocol.Properties.ListValue.Of([1, 2]), true, [Urn])
        },
        { "\"1c4a061d-8072-4f0a-a4cb-0ff528b18fe7\"", new UnknownValue(UnknownKind.Bool) },
        { "\"3eeb2bf0-c639-47a8-9e75-3b44932eb421\"", new UnknownValue(UnknownKind.Number) },
        { "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"", new UnknownValue(UnknownKind.Text) },
        { "\"6a19a0b0-7e62-4c92-b797-7f8e31da9cc2\"", new UnknownValue(UnknownKind.List) },
        { "\"030794c1-ac77-496b-92df-f27374a8bd58\"", new UnknownValue(UnknownKind.Asset) },
        { "\"e48ece36-62e2-4504-bad9-02848725956a\"", new UnknownValue(UnknownKind.Archive) },
        { "\"dd056dcd-154b-4c76-9bd3-c8f88648b5ff\"", new UnknownValue(UnknownKind.Map) },
        { "{\"a\":null}", PropertyMap.Of(("a", PropertyValue.Null)) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_value_has_the_shape_that_the_engine_gives_it(string json, PropertyValue value)
    {
        Assert.Equal(value, PropertyCodec.Decode(Value.Parser.ParseJson(Spell(json))));
        Assert.Equal(Value.Parser.ParseJson(Spell(json)), PropertyCodec.Encode(value));
    }

    public static TheoryData<string, PropertyValue> Variants => new()
    {
        { """{"$":"c44067f5952c0a294b673a41bacd8c17","__pulumiAsset":true,"text":"hello"}""", new AssetValue(null, "hello", null, null) },
        { """{"$":"c44067f5952c0a294b673a41bacd8c17","hash":"h","text":"","path":"","uri":""}""", new AssetValue("h", "", null, null) },
        { """{"$":"0def7320c3a5731c473e5ecbe6d01bc7","hash":"h","assets":null,"path":""}""", new ArchiveValue("h", null, null, null) },
        { """{"$":"5cf8f73096256a8f31e491e813e4eb8e","urn":"URN","id":""}""", new ResourceReferenceValue(Urn, UnknownValue.Text, null) },
        { """{"$":"5cf8f73096256a8f31e491e813e4eb8e","urn":"URN","name":"n","type":"t"}""", new ResourceReferenceValue(Urn, null, null) },
        { """{"$":"d0e6a833031e9bbcd3f4e8bde6ca49a4"}""", new OutputValue(null, false, []) },
        { """{"$":"d0e6a833031e9bbcd3f4e8bde6ca49a4","value":"04da6b54-80e4-46f7-96ec-b56ff0331ba9"}""", new OutputValue(null, false, []) },
        { """{"$":"803fd3297a5875dc03ca845dda5d2a98","value":"aGVsbG8="}""", "hello" },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void Other_shapes_of_the_same_value_are_read(string json, PropertyValue value) =>
        Assert.Equal(value, PropertyCodec.Decode(Value.Parser.ParseJson(Spell(json))));

    [Theory]
    [InlineData("""{"a":{"b":[0,{"$":"ffffffffffffffffffffffffffffffff"}]}}""", "a.b[1]: the signature 'ffffffffffffffffffffffffffffffff'")]
    [InlineData("""{"x.y":{"$":7}}""", "[\"x.y\"]: the signature of a special value must be a string")]
    [InlineData("""{"s":{"$":"1b47061264138c4ac30d75fd1eb44270"}}""", "s: a secret must have a value")]
    [InlineData("""{"s":{"$":"c44067f5952c0a294b673a41bacd8c17","text":7}}""", "s: 'text' of a special value must be a string")]
    [InlineData("""{"s":{"$":"c44067f5952c0a294b673a41bacd8c17","text":"t","path":"p"}}""", "s: an asset is one of")]
    [InlineData("""{"s":{"$":"0def7320c3a5731c473e5ecbe6d01bc7","assets":{},"path":"p"}}""", "s: an archive is one of")]
    [InlineData("""{"s":{"$":"0def7320c3a5731c473e5ecbe6d01bc7","assets":[]}}""", "s: the assets of an archive must be an object")]
    [InlineData("""{"s":{"$":"0def7320c3a5731c473e5ecbe6d01bc7","assets":{"f":"x"}}}""", "s: 'f' in an archive")]
    [InlineData("""{"s":{"$":"5cf8f73096256a8f31e491e813e4eb8e"}}""", "s: a resource reference must have a URN")]
    [InlineData("""{"s":{"$":"d0e6a833031e9bbcd3f4e8bde6ca49a4","secret":"yes"}}""", "s: 'secret' of a special value must be true or false")]
    [InlineData("""{"s":{"$":"d0e6a833031e9bbcd3f4e8bde6ca49a4","dependencies":[7]}}""", "s: the dependencies of an output")]
    [InlineData("""{"s":{"$":"803fd3297a5875dc03ca845dda5d2a98","value":"/w=="}}""", "s: a byte string that is not UTF-8")]
    [InlineData("""{"s":{"$":"803fd3297a5875dc03ca845dda5d2a98","value":"?"}}""", "s: a byte string that is not UTF-8")]
    [InlineData("""{"$":"1b47061264138c4ac30d75fd1eb44270","value":{}}""", "a special value is not allowed where properties are expected")]
    public void What_is_malformed_is_refused_by_its_path(string json, string message)
    {
        var refusal = Assert.Throws<PropertyFormatException>(() => PropertyCodec.Decode(Struct.Parser.ParseJson(Spell(json))));

        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_cannot_pose_as_a_special_value() =>
        Assert.Throws<PropertyFormatException>(
            () => PropertyCodec.Encode((PropertyValue)PropertyMap.Of((Key, PropertySignatures.Secret), ("value", 1))));

    [Fact]
    public void A_value_of_no_kind_and_an_absent_struct_are_empty()
    {
        Assert.Equal(PropertyValue.Null, PropertyCodec.Decode(new Value()));
        Assert.Equal(PropertyMap.Empty, PropertyCodec.Decode((Struct?)null));
    }

    /// <summary>The signature key is written <c>$</c> above, so that the shapes can be read.</summary>
    private static string Spell(string json) =>
        json.Replace("\"$\"", $"\"{Key}\"", StringComparison.Ordinal).Replace("URN", Urn, StringComparison.Ordinal);

    private static PropertyValue ThroughTheWire(PropertyValue value)
    {
        var bytes = PropertyCodec.Encode(value).ToByteArray();
        return PropertyCodec.Decode((Value)Marshalling.Parse(Value.Parser, bytes));
    }
}
