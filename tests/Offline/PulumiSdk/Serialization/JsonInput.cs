using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerTrust.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>An argument that is sent as one string of JSON (<c>[Input(…, json: true)]</c>).</summary>
internal static class JsonInput
{
    public static Output<string> Of(string context, object value)
    {
        IOutput output = value switch
        {
            IInput input => input.ToOutput(),
            IOutput self => self,
            _ => Output.Create(value),
        };
        return new Output<string>(EncodeAsync(context, output));
    }

    private static async Task<OutputData<string>> EncodeAsync(string context, IOutput output)
    {
        var serializer = new Serializer(keepResources: false);
        var value = await serializer.SerializeAsync(context, output);
        var data = PropertyReader.Read(value);
        return new OutputData<string>(
            [.. serializer.Dependencies], data.IsKnown ? Text(value) : "", data.IsKnown, data.IsSecret);
    }

    private static string Text(PropertyValue value) => JsonSerializer.Serialize(Node(value));

    private static JsonNode? Node(PropertyValue value) => value switch
    {
        BoolValue flag => flag.Value,
        NumberValue number => number.Value,
        TextValue text => text.Value,
        SecretValue secret => Node(secret.Value),
        ListValue list => new JsonArray([.. list.Items.Select(Node)]),
        PropertyMap map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value)))),
        _ => null,
    };
}
