using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PartnerTrust.Deployment.Projects;

/// <summary>Reads YAML as the JSON it stands for: plain scalars are typed, quoted ones are text.</summary>
internal static class YamlJson
{
    public static JsonObject ReadFile(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents.Count > 0 && Convert(stream.Documents[0].RootNode) is JsonObject root ? root : [];
        }
        catch (YamlException problem)
        {
            throw new DeploymentException($"{path} is not valid YAML: {problem.Message} (line {problem.Start.Line})", problem);
        }
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(entry => KeyValuePair.Create(Key(entry.Key), Convert(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static string Key(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when IsNumber(text) => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };

    private static bool IsNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] == '-') && !(text.TrimStart('-') is ['0', >= '0' and <= '9', ..])
        && char.IsAsciiDigit(text[^1])
        && double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
