using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PartnerTrust.SdkGenerator.Schema;

/// <summary>Reads <c>schema.json</c>. Members are in order of their names, as the official binder has them.</summary>
public static class SchemaReader
{
    public static PackageSchema Read(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        var name = Text(root, "name");
        return new PackageSchema(
            name,
            Text(root, "version"),
            Text(root, "pluginDownloadURL"),
            root["language"]?["csharp"]?["namespaces"]?[name]?.GetValue<string>() ?? Names.Pascal(name),
            Properties(root["config"]?["variables"]?.AsObject(), root["config"]?["defaults"]),
            Resource($"pulumi:providers:{name}", root["provider"]?.AsObject() ?? [], isProvider: true),
            [.. Members(root, "resources").Select(entry => Resource(entry.Key, entry.Value, isProvider: false))],
            [.. Members(root, "functions").Select(entry => Function(entry.Key, entry.Value))],
            [.. Members(root, "types").Select(entry => Type(entry.Key, entry.Value))]);
    }

    private static ResourceSchema Resource(string token, JsonObject node, bool isProvider) => new(
        token,
        isProvider ? "Provider" : Names.OfToken(token),
        Text(node, "description"),
        node["isComponent"]?.GetValue<bool>() ?? false,
        isProvider,
        Properties(node["inputProperties"]?.AsObject(), node["requiredInputs"]),
        Outputs(node, isProvider),
        node["stateInputs"] is JsonObject state ? Properties(state["properties"]?.AsObject(), state["required"]) : null,
        [.. (node["aliases"]?.AsArray() ?? []).Select(alias => Text(alias!.AsObject(), "type"))],
        node["deprecationMessage"]?.GetValue<string>());

    /// <summary>A provider keeps its settings as JSON texts, so that only those that are texts themselves can be read back.</summary>
    private static ImmutableArray<PropertySchema> Outputs(JsonObject node, bool isProvider)
    {
        var all = Properties(node["properties"]?.AsObject(), node["required"]);
        return isProvider ? [.. all.Where(property => property.Type is PrimitiveType { Name: "string" })] : all;
    }

    private static FunctionSchema Function(string token, JsonObject node) => new(
        token,
        token.Split(':')[^1],
        Text(node, "description"),
        Properties(node["inputs"]?["properties"]?.AsObject(), node["inputs"]?["required"]),
        Properties(node["outputs"]?["properties"]?.AsObject(), node["outputs"]?["required"]),
        node["deprecationMessage"]?.GetValue<string>());

    private static TypeSchema Type(string token, JsonObject node) => node["enum"] is JsonArray members
        ? new EnumTypeSchema(Names.OfToken(token), Text(node, "description"), [.. members.Select(member => Member(member!.AsObject()))])
        : new ObjectTypeSchema(
            Names.OfToken(token), Text(node, "description"), Properties(node["properties"]?.AsObject(), node["required"]));

    private static EnumMember Member(JsonObject node)
    {
        var value = node["value"]?.GetValue<string>() ?? throw new NotSupportedException("Only enums of strings are generated.");
        return new EnumMember(node["name"]?.GetValue<string>() ?? value, value, Text(node, "description"));
    }

    private static ImmutableArray<PropertySchema> Properties(JsonObject? properties, JsonNode? required)
    {
        var names = (required?.AsArray() ?? []).Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        return [.. (properties ?? [])
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => Property(entry.Key, entry.Value!.AsObject(), names.Contains(entry.Key)))];
    }

    private static PropertySchema Property(string name, JsonObject node, bool required) => new(
        name,
        Reference(node),
        Text(node, "description"),
        required,
        node["secret"]?.GetValue<bool>() ?? false,
        node["replaceOnChanges"]?.GetValue<bool>() ?? false,
        node["default"],
        [.. (node["defaultInfo"]?["environment"]?.AsArray() ?? []).Select(variable => variable!.GetValue<string>())],
        node["deprecationMessage"]?.GetValue<string>());

    private static TypeReference Reference(JsonObject node)
    {
        if (node["oneOf"] is JsonArray { Count: 2 } union)
        {
            return new UnionType(Reference(union[0]!.AsObject()), Reference(union[1]!.AsObject()));
        }

        if (node["$ref"]?.GetValue<string>() is { } reference)
        {
            return reference.StartsWith("#/types/", StringComparison.Ordinal)
                ? new NamedType(Names.OfToken(reference))
                : throw new NotSupportedException($"References like {reference} are not generated.");
        }

        return node["type"]?.GetValue<string>() switch
        {
            "array" => new ArrayType(Reference(node["items"]!.AsObject())),
            "object" => new MapType(node["additionalProperties"] is JsonObject element ? Reference(element) : new PrimitiveType("string")),
            { } primitive => new PrimitiveType(primitive),
            null => throw new NotSupportedException($"A property has no type: {node.ToJsonString()}"),
        };
    }

    private static IEnumerable<(string Key, JsonObject Value)> Members(JsonObject root, string name) =>
        (root[name]?.AsObject() ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value!.AsObject()));

    private static string Text(JsonObject node, string name) => node[name]?.GetValue<string>() ?? "";
}
