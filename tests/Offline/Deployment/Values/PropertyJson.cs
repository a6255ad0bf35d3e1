using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Deployment.State;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Values;

/// <summary>Property values as the JSON of a state file: the shapes of the wire, with secrets sealed (pulumi-protocol.md 3 and 7.4).</summary>
internal static class PropertyJson
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    public static JsonNode? Write(PropertyValue value, ISecretCipher cipher) => Write(PropertyCodec.Encode(value), cipher);

    public static PropertyValue Read(JsonNode? node, ISecretCipher cipher) => PropertyCodec.Decode(ToWire(node, cipher));

    public static PropertyMap ReadMap(JsonNode? node, ISecretCipher cipher) => node is null ? PropertyMap.Empty : (PropertyMap)Read(node, cipher);

    private static JsonNode? Write(Value value, ISecretCipher cipher) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => JsonValue.Create(value.BoolValue),
        Value.KindOneofCase.NumberValue => JsonValue.Create(value.NumberValue),
        Value.KindOneofCase.StringValue => JsonValue.Create(value.StringValue),
        Value.KindOneofCase.ListValue => new JsonArray([.. value.ListValue.Values.Select(item => Write(item, cipher))]),
        Value.KindOneofCase.StructValue when IsSecret(value.StructValue) => Seal(value.StructValue.Fields["value"], cipher),
        Value.KindOneofCase.StructValue => new JsonObject(value.StructValue.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, Write(field.Value, cipher)))),
        _ => null,
    };

    private static bool IsSecret(Struct map) => map.Fields.TryGetValue(Signature, out var signature) && signature.StringValue == Secret;

    private static JsonObject Seal(Value value, ISecretCipher cipher)
    {
        var text = Write(value, new PlaintextCipher())?.ToJsonString() ?? "null";
        return new JsonObject
        {
            [Signature] = Secret,
            [cipher is PlaintextCipher ? "plaintext" : "ciphertext"] = cipher.Encrypt(text),
        };
    }

    private static Value ToWire(JsonNode? node, ISecretCipher cipher)
    {
        switch (node)
        {
            case JsonObject map when (string?)map[Signature] == Secret:
                return Value.ForStruct(new Struct { Fields = { [Signature] = Value.ForString(Secret), ["value"] = Open(map, cipher) } });
            case JsonObject map:
                var fields = new Struct();
                foreach (var (key, item) in map)
                {
                    fields.Fields[key] = ToWire(item, cipher);
                }

                return Value.ForStruct(fields);
            case JsonArray list:
                return Value.ForList([.. list.Select(item => ToWire(item, cipher))]);
            case JsonValue scalar when scalar.TryGetValue<bool>(out var truth):
                return Value.ForBool(truth);
            case JsonValue scalar when scalar.TryGetValue<double>(out var number):
                return Value.ForNumber(number);
            case JsonValue scalar:
                return Value.ForString(scalar.ToString());
            default:
                return Value.ForNull();
        }
    }

    private static Value Open(JsonObject secret, ISecretCipher cipher)
    {
        var text = secret["plaintext"] is { } plain
            ? plain.ToString()
            : cipher.Decrypt(
                secret["ciphertext"]?.ToString() ?? throw new DeploymentException("a secret of the state has neither ciphertext nor plaintext"));
        return ToWire(JsonNode.Parse(text), new PlaintextCipher());
    }
}
