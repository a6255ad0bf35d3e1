using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnerTrust.Plugin.Tests.Schema;

/// <summary>The part of JSON Schema 2020-12 that the metaschema uses.</summary>
internal sealed class JsonSchemaValidator(JsonElement root)
{
    public IReadOnlyList<string> Validate(JsonElement value) => [.. Validate(root, value, "$")];

    private IEnumerable<string> Validate(JsonElement schema, JsonElement value, string path)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.GetBoolean() ? [] : [$"{path}: nothing is allowed here"];
        }

        return schema.EnumerateObject().SelectMany(rule => rule.Name switch
        {
            "$ref" => Validate(Resolve(rule.Value.GetString()!), value, path),
            "type" => Fails(!Types(rule.Value).Any(type => IsA(value, type)), $"{path}: is not {rule.Value}"),
            "const" => Fails(!JsonElement.DeepEquals(rule.Value, value), $"{path}: is not {rule.Value}"),
            "enum" => Fails(!rule.Value.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)), $"{path}: is none of {rule.Value}"),
            "pattern" => Fails(
                value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, rule.Value.GetString()!), $"{path}: does not match"),
            "required" => value.ValueKind != JsonValueKind.Object
                ? []
                : rule.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: lacks {name}"),
            "properties" => Members(value).SelectMany(member => rule.Value.TryGetProperty(member.Name, out var inner)
                ? Validate(inner, member.Value, $"{path}.{member.Name}") : []),
            "additionalProperties" => Members(value)
                .Where(member => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(member.Name, out _))
                .SelectMany(member => Validate(rule.Value, member.Value, $"{path}.{member.Name}")),
            "propertyNames" => Members(value).SelectMany(member =>
                Validate(rule.Value, JsonSerializer.SerializeToElement(member.Name), $"{path}.{member.Name}")),
            "items" => value.ValueKind != JsonValueKind.Array
                ? []
                : value.EnumerateArray().SelectMany((item, index) => Validate(rule.Value, item, $"{path}[{index}]")),
            "allOf" => rule.Value.EnumerateArray().SelectMany(part => Validate(part, value, path)),
            "anyOf" => Fails(Matching(rule.Value, value, path) == 0, $"{path}: matches no alternative"),
            "oneOf" => Fails(Matching(rule.Value, value, path) != 1, $"{path}: matches {Matching(rule.Value, value, path)} alternatives"),
            "not" => Fails(!Validate(rule.Value, value, path).Any(), $"{path}: is what it must not be"),
            "if" => Validate(rule.Value, value, path).Any()
                ? schema.TryGetProperty("else", out var otherwise) ? Validate(otherwise, value, path) : []
                : schema.TryGetProperty("then", out var then) ? Validate(then, value, path) : [],
            _ => [],
        });
    }

    private int Matching(JsonElement alternatives, JsonElement value, string path) =>
        alternatives.EnumerateArray().Count(alternative => !Validate(alternative, value, path).Any());

    private JsonElement Resolve(string reference) => reference == "#"
        ? root
        : reference[2..].Split('/').Aggregate(root, (element, step) => element.GetProperty(step));

    private static JsonElement.ObjectEnumerator Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default;

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(item => item.GetString()!) : [type.GetString()!];

    private static IEnumerable<string> Fails(bool failed, string message) => failed ? [message] : [];

    private static bool IsA(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => value.ValueKind == JsonValueKind.Null,
    };
}
