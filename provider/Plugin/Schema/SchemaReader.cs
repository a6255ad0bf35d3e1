using System.Collections.Immutable;
using System.Text.Json;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Schema;

/// <summary>Reads the parts of a package schema (pulumi-protocol.md 6) that decide behaviour.</summary>
internal sealed class SchemaReader(JsonElement root)
{
    private const string TypePrefix = "#/types/";

    public IEnumerable<string> Tokens(string section) =>
        root.TryGetProperty(section, out var entries) ? entries.EnumerateObject().Select(entry => entry.Name) : [];

    public IEnumerable<string> Choices() => root.GetProperty("types").EnumerateObject()
        .SelectMany(type => type.Value.TryGetProperty("enum", out var values) ? ReadChoices(values) : []);

    public ResourceSchema Provider() => ReadResource($"pulumi:providers:{PackageSchema.PackageName}", root.GetProperty("provider"));

    public ResourceSchema? Resource(string token) =>
        root.GetProperty("resources").TryGetProperty(token, out var resource) ? ReadResource(token, resource) : null;

    public FunctionSchema? Function(string token) => root.GetProperty("functions").TryGetProperty(token, out var function)
        ? new FunctionSchema(
            token,
            ReadObject(Child(function, "inputs"), "properties", "required"),
            ReadObject(Child(function, "outputs"), "properties", "required"))
        : null;

    private static JsonElement Child(JsonElement parent, string name) => parent.TryGetProperty(name, out var child) ? child : default;

    private static bool IsSet(JsonElement element, string name) => Child(element, name) is { ValueKind: JsonValueKind.True };

    private ResourceSchema ReadResource(string token, JsonElement resource) => new(
        token,
        ReadObject(resource, "inputProperties", "requiredInputs"),
        ReadObject(resource, "properties", "required"),
        resource.TryGetProperty("listInputs", out var list) ? ReadObject(list, "properties", "required") : null,
        IsSet(resource, "isComponent"));

    private ObjectSchema ReadObject(JsonElement element, string propertiesName, string requiredName)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(propertiesName, out var properties))
        {
            return ObjectSchema.Empty;
        }

        var required = Child(element, requiredName) is { ValueKind: JsonValueKind.Array } names
            ? names.EnumerateArray().Select(name => name.GetString()!).ToList()
            : [];
        return new ObjectSchema([.. properties.EnumerateObject().Select(ReadProperty)], required);
    }

    private PropertySchema ReadProperty(JsonProperty property) => new(
        property.Name,
        ReadType(property.Value),
        Child(property.Value, "description") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "",
        ReadDefault(property.Value),
        ReadEnvironment(property.Value),
        IsSet(property.Value, "secret"),
        IsSet(property.Value, "willReplaceOnChanges") || IsSet(property.Value, "replaceOnChanges"));

    private static PropertyValue? ReadDefault(JsonElement property) => Child(property, "default") switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => null,
    };

    private static ImmutableArray<string> ReadEnvironment(JsonElement property) =>
        property.TryGetProperty("defaultInfo", out var info) && info.TryGetProperty("environment", out var names)
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
            : [];

    private static IEnumerable<string> ReadChoices(JsonElement values) =>
        values.EnumerateArray().Select(value => value.GetProperty("value").GetString()!);

    private TypeSchema ReadType(JsonElement element)
    {
        if (element.TryGetProperty("$ref", out var reference))
        {
            return ReadNamedType(reference.GetString()!);
        }

        return element.GetProperty("type").GetString() switch
        {
            "string" => new TypeSchema.Text(),
            "boolean" => new TypeSchema.Flag(),
            "integer" => new TypeSchema.Number(IsWhole: true),
            "number" => new TypeSchema.Number(IsWhole: false),
            "array" => new TypeSchema.List(ReadType(element.GetProperty("items"))),
            "object" => new TypeSchema.Dictionary(
                element.TryGetProperty("additionalProperties", out var item) ? ReadType(item) : new TypeSchema.Text()),
            var other => throw new JsonException($"schema.json: the plugin cannot read the type \"{other}\"."),
        };
    }

    private TypeSchema ReadNamedType(string reference)
    {
        var token = reference.StartsWith(TypePrefix, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(reference[TypePrefix.Length..])
            : throw new JsonException($"schema.json: the plugin cannot read the reference \"{reference}\".");
        var type = root.GetProperty("types").GetProperty(token);
        return type.TryGetProperty("enum", out var values)
            ? new TypeSchema.Choice(
                token[(token.LastIndexOf(':') + 1)..],
                [.. ReadChoices(values)],
                [.. values.EnumerateArray().Select(value => Child(value, "description").GetString() ?? "")])
            : new TypeSchema.Composite(ReadObject(type, "properties", "required"));
    }
}
