using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PartnerTrust.CmdletSimulator.Generation;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>Reads the line that a generated function sends (<c>Scripts/Request.ps1</c>).</summary>
internal static class CallReader
{
    public static PlayedCall Read(string line)
    {
        var request = JObject.Parse(line);
        return new PlayedCall(
            TextOf(request["machine"]!),
            (string?)request["layer"] == "remote" ? SessionLayer.Remote : SessionLayer.Local,
            (string)request["cmdlet"]!,
            (string)request["set"]!,
            request["parameters"]!.Children<JArray>().ToImmutableDictionary(
                pair => (string)pair[0]!, pair => Value((JArray)pair[1]), StringComparer.OrdinalIgnoreCase),
            (int)request["process"]!)
        {
            Session = (string?)request["session"] is { Length: > 0 } session ? Guid.Parse(session) : null,
            IsConfirmed = (bool?)request["confirmed"] ?? false,
        };
    }

    private static SentValue Value(JArray value) => (string)value[0]! switch
    {
        "null" => new SentValue.Null(),
        "string" => new SentValue.Text(TextOf(value[1])),
        "strings" => new SentValue.Texts([.. value[1].Children().Select(item => item.Type == JTokenType.Null ? null : TextOf(item))]),
        "switch" => new SentValue.Switch((bool)value[1]),
        "bool" => new SentValue.Flag((bool)value[1]),
        "int" => new SentValue.Number((long)value[1]),
        "guid" => new SentValue.Identifier(Guid.Parse((string)value[1]!)),
        "date" => new SentValue.Date(new DateTimeOffset((long)value[1], TimeSpan.Zero), (string)value[2]!),
        "bytes" => new SentValue.Bytes(BytesOf(value[1])),
        "secure" => new SentValue.Secret(TextOf(value[1])),
        "uri" => new SentValue.Address(TextOf(value[1])),
        "script" => new SentValue.Script(TextOf(value[1])),
        "credential" => new SentValue.Credential(TextOf(value[1]), TextOf(value[2])),
        "certificate" => new SentValue.Certificate(BytesOf(value[1]), value[2].Type == JTokenType.Null ? null : BytesOf(value[2])),
        "list" => new SentValue.Items([.. value[1].Children<JArray>().Select(Value)]),
        "object" => new SentValue.Thing(
            TextOf(value[1]),
            TextOf(value[2]),
            value[3].Children<JArray>().ToImmutableDictionary(pair => TextOf(pair[0]), pair => Value((JArray)pair[1]))),
        var other => throw new FormatException($"A function sent a value of the kind {other}."),
    };

    private static string TextOf(JToken token) => WireText.Decode((string)token!);

    private static ImmutableArray<byte> BytesOf(JToken token) => [.. Convert.FromBase64String((string)token!)];
}
