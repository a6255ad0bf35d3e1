using System.Text.Json.Nodes;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>One resource of a program.</summary>
/// <param name="Type">The whole token, with its module.</param>
/// <param name="Name">The logical name: the key in <c>resources</c>, unless <c>name</c> says another.</param>
internal sealed record ResourceDeclaration(string Type, string Name, Expression.Map Properties, Expression.Map Options)
{
    private static readonly string[] KnownOptions =
    [
        "additionalSecretOutputs", "aliases", "customTimeouts", "deleteBeforeReplace", "deletedWith", "dependsOn", "ignoreChanges", "import",
        "parent", "protect", "provider", "providers", "replaceOnChanges", "retainOnDelete", "version",
    ];

    public IEnumerable<string> References => Properties.References.Concat(Options.References);

    public static ResourceDeclaration Parse(string key, JsonNode? node)
    {
        var path = $"resources.{key}";
        var resource = Section.Of(node, path, "type", "name", "properties", "options");
        var options = Section.Of(resource["options"] ?? new JsonObject(), $"{path}.options", KnownOptions);
        return new ResourceDeclaration(
            Tokens.Complete(resource["type"]?.ToString() ?? throw new DeploymentException($"{path} has no type")),
            resource["name"]?.ToString() ?? key,
            ExpressionParser.ParseMap(resource["properties"], $"{path}.properties"),
            ExpressionParser.ParseMap(options, $"{path}.options"));
    }
}
