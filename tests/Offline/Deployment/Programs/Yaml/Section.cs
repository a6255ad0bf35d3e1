using System.Text.Json.Nodes;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>Objects of a program whose keys are those of the language, so that a misspelt or unknown one is refused instead of being
/// ignored.</summary>
internal static class Section
{
    public static JsonObject Of(JsonNode? node, string path, params ReadOnlySpan<string> known)
    {
        var section = node as JsonObject ?? throw new DeploymentException($"{path} must be an object");
        foreach (var (key, _) in section)
        {
            if (!known.Contains(key))
            {
                throw new DeploymentException($"{path}.{key} can't be run here: {path} takes {string.Join(", ", known.ToArray())}");
            }
        }

        return section;
    }
}
