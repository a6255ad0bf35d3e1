using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>Reads expressions: texts with <c>${…}</c> in them, and objects whose only key begins with <c>fn::</c>.</summary>
internal static class ExpressionParser
{
    private const string FunctionPrefix = "fn::";

    public static Expression Parse(JsonNode? node, string path) => node switch
    {
        JsonObject { Count: > 0 } map when map.Any(entry => IsFunction(entry.Key)) => ParseFunction(map, path),
        JsonObject map => ParseMap(map, path),
        JsonArray list => new Expression.List([.. list.Select((item, index) => Parse(item, $"{path}[{index}]"))]),
        JsonValue value when value.TryGetValue<bool>(out var flag) => new Expression.Literal(flag),
        JsonValue value when value.TryGetValue<double>(out var number) => new Expression.Literal(number),
        JsonValue value => InterpolationParser.Parse(value.ToString(), path),
        _ => new Expression.Literal(PropertyValue.Null),
    };

    public static Expression.Map ParseMap(JsonNode? node, string path) => node switch
    {
        null => Expression.Map.Empty,
        JsonObject map => new Expression.Map(map.ToImmutableSortedDictionary(
            entry => entry.Key, entry => Parse(entry.Value, $"{path}.{entry.Key}"), StringComparer.Ordinal)),
        _ => throw new DeploymentException($"{path} must be an object"),
    };

    private static bool IsFunction(string key) => key.StartsWith(FunctionPrefix, StringComparison.OrdinalIgnoreCase);

    private static Expression ParseFunction(JsonObject map, string path)
    {
        if (map.Count > 1)
        {
            throw new DeploymentException($"{path} calls a function and must have no other key");
        }

        var (key, argument) = map.Single();
        return key[FunctionPrefix.Length..] switch
        {
            "secret" => new Expression.Secret(Parse(argument, $"{path}.{key}")),
            "invoke" => ParseInvoke(argument, $"{path}.{key}"),
            var name when name.Contains(':', StringComparison.Ordinal) =>
                new Expression.Invoke(name, ParseMap(argument, $"{path}.{key}"), Expression.Map.Empty, null),
            _ => throw new DeploymentException($"{path} uses {key}, which can't be run here: only fn::invoke, fn::secret and fn::PACKAGE:FUNCTION"),
        };
    }

    private static Expression.Invoke ParseInvoke(JsonNode? node, string path)
    {
        var call = Section.Of(node, path, "function", "arguments", "options", "return");
        var options = Section.Of(call["options"] ?? new JsonObject(), $"{path}.options", "parent", "provider", "version");
        return new Expression.Invoke(
            call["function"]?.ToString() ?? throw new DeploymentException($"{path} names no function"),
            ParseMap(call["arguments"], $"{path}.arguments"),
            ParseMap(options, $"{path}.options"),
            call["return"]?.ToString());
    }
}
