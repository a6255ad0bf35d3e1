using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnerTrust.Deployment.Operations;

/// <summary>An existing resource and the name that the stack is to know it by.</summary>
public sealed record ImportRequest(string Type, string Name, string Id)
{
    /// <summary>Reads <c>{"resources": [{"type", "name", "id"}]}</c>.</summary>
    public static IReadOnlyList<ImportRequest> ReadFile(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path))?["resources"] is JsonArray resources
                ? [.. resources.Select(resource => new ImportRequest(Text(resource, "type"), Text(resource, "name"), Text(resource, "id")))]
                : throw new DeploymentException($"{path} lists no resources");
        }
        catch (JsonException problem)
        {
            throw new DeploymentException($"{path} is no JSON: {problem.Message}", problem);
        }
    }

    private static string Text(JsonNode? resource, string key) =>
        resource?[key]?.ToString() ?? throw new DeploymentException($"a resource of the import file has no '{key}'");
}
