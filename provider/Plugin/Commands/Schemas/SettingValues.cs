using System.Globalization;
using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Commands.Schemas;

/// <summary>What a value of a stack's configuration may look like, as JSON Schema: native; as text, which is how <c>pulumi config set</c> writes
/// numbers, yes and no, and how a structure may be given in JSON; or encrypted.</summary>
internal static class SettingValues
{
    // Of these the schema says only that they are text.
    private static readonly Dictionary<string, IReadOnlyList<string>> Words = new(StringComparer.Ordinal)
    {
        [EngineNames.Setting] = EngineNames.All,
        [ProofSetting.Name] = ProofSetting.Words,
    };

    /// <summary>A value that <c>pulumi config set --secret</c> has written.</summary>
    public static JObject Secure() => new()
    {
        ["type"] = "object",
        ["description"] = "A secret, encrypted: pulumi config set --secret writes it.",
        ["properties"] = new JObject { ["secure"] = new JObject { ["type"] = "string" } },
        ["required"] = new JArray("secure"),
        ["additionalProperties"] = false,
    };

    public static JObject OfSetting(PropertySchema setting) =>
        Words.TryGetValue(setting.Name, out var words) ? Described(Any(OneOf(words)), setting) : Of(setting);

    private static JObject Of(PropertySchema property) => Described(Any([.. Forms(property.Type)]), property);

    private static JObject Described(JObject value, PropertySchema property)
    {
        if (property.Description.Length > 0)
        {
            value.AddFirst(new JProperty("description", property.Description));
        }

        if (property.Default is { } usual)
        {
            value["default"] = Literal(usual);
        }

        return value;
    }

    private static JObject Any(params JObject[] forms) =>
        new() { ["anyOf"] = new JArray([.. forms, new JObject { ["$ref"] = "#/definitions/secure" }]) };

    private static IEnumerable<JObject> Forms(TypeSchema type) => type switch
    {
        TypeSchema.Flag => [Typed("boolean"), TextLike("^\\s*([Tt]rue|[Ff]alse|TRUE|FALSE)\\s*$")],
        TypeSchema.Number { IsWhole: true } => [Typed("integer"), TextLike("^\\s*-?[0-9]+\\s*$")],
        TypeSchema.Number => [Typed("number"), TextLike("^\\s*-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?\\s*$")],
        TypeSchema.Choice choice => [Choice(choice)],
        TypeSchema.List list => [With(Typed("array"), "items", Any([.. Forms(list.Item)])), TextLike("^\\s*\\[")],
        TypeSchema.Dictionary map => [With(Typed("object"), "additionalProperties", Any([.. Forms(map.Item)])), TextLike("^\\s*\\{")],
        TypeSchema.Composite { Schema: var schema } => [Composite(schema), TextLike("^\\s*\\{")],
        _ => [Typed("string")],
    };

    private static JObject Composite(ObjectSchema schema)
    {
        var value = Typed("object");
        value["properties"] = new JObject(schema.Properties.Values.Select(property => new JProperty(property.Name, Of(property))));
        if (schema.Required.Count > 0)
        {
            value["required"] = new JArray(schema.Required);
        }

        value["additionalProperties"] = false;
        return value;
    }

    private static JObject Choice(TypeSchema.Choice choice) => new()
    {
        ["enum"] = new JArray(choice.Values),
        ["enumDescriptions"] = new JArray(choice.Meanings),
    };

    /// <summary>Text of a few words; those that look like yes and no need no quotes.</summary>
    private static JObject OneOf(IReadOnlyList<string> words) =>
        new() { ["enum"] = new JArray(words.Concat<object>(words.Where(word => bool.TryParse(word, out _)).Select(word => (object)bool.Parse(word)))) };

    private static JObject TextLike(string pattern) => With(Typed("string"), "pattern", pattern);

    private static JObject Typed(string type) => new() { ["type"] = type };

    private static JObject With(JObject value, string name, JToken part)
    {
        value[name] = part;
        return value;
    }

    private static JToken Literal(PropertyValue value) => value switch
    {
        TextValue text => text.Value,
        BoolValue flag => flag.Value,
        NumberValue { Value: var number } when PropertyReading.IsWhole(number) => (long)number,
        NumberValue number => number.Value,
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"No default is a {value.GetType().Name}.")),
    };
}
