using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>The settings that a program declares, read as the types that it gives them.</summary>
internal static class Settings
{
    public static PropertyValue Find(string name, JsonNode? declaration, ProjectFile project, StackConfiguration configuration)
    {
        var declared = declaration is JsonObject
            ? Section.Of(declaration, $"config.{name}", "type", "default", "value", "secret", "items", "description")
            : new JsonObject { ["default"] = declaration?.DeepClone() };
        var key = name.Contains(':', StringComparison.Ordinal) ? name : $"{project.Name}:{name}";
        if (!configuration.Values.TryGetValue(key, out var setting))
        {
            throw new DeploymentException($"Missing required configuration variable '{key}'; set a value with `pulumi config set {key} <value>`");
        }

        var value = Read(setting.Text, declared["type"]?.ToString() ?? TypeOf(declared["value"] ?? declared["default"]), key);
        return setting.IsSecret || (bool?)declared["secret"] == true ? new OutputValue(value, true, []) : value;
    }

    private static PropertyValue Read(string text, string type, string key) => type switch
    {
        "string" => text,
        "boolean" when bool.TryParse(text, out var flag) => flag,
        "integer" when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        "number" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        "array" when Json(text) is JsonArray list => PropertyJson.Read(list, new PlaintextCipher()),
        "object" when Json(text) is JsonObject map => PropertyJson.Read(map, new PlaintextCipher()),
        "boolean" or "integer" or "number" or "array" or "object" => throw new DeploymentException($"the setting {key} is no {type}"),
        _ => throw new DeploymentException($"the setting {key} is declared with the type '{type}', which there is not"),
    };

    private static string TypeOf(JsonNode? sample) => sample switch
    {
        JsonArray => "array",
        JsonObject => "object",
        JsonValue value when value.TryGetValue<bool>(out _) => "boolean",
        JsonValue value when value.TryGetValue<double>(out _) => "number",
        _ => "string",
    };

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
