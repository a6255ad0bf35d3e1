using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PartnerTrust.Deployment.Projects;

/// <summary>What Pulumi.yaml says about a program and its plugins.</summary>
public sealed record ProjectFile(
    string Directory,
    string Name,
    string Runtime,
    ImmutableDictionary<string, string> RuntimeOptions,
    string? Main,
    ImmutableDictionary<string, string> PluginFolders,
    JsonObject Config)
{
    public string ProgramDirectory => Main is null ? Directory : Path.GetFullPath(Path.Combine(Directory, Main));

    public static ProjectFile Load(string directory)
    {
        directory = Path.GetFullPath(directory);
        var path = Path.Combine(directory, "Pulumi.yaml");
        if (!File.Exists(path))
        {
            throw new DeploymentException($"no Pulumi.yaml found in {directory}");
        }

        var yaml = YamlJson.ReadFile(path);
        var runtime = yaml["runtime"] switch
        {
            JsonObject described => described,
            JsonValue name => new JsonObject { ["name"] = name.ToString() },
            _ => throw new DeploymentException($"{path} names no runtime"),
        };

        return new ProjectFile(
            directory,
            yaml["name"]?.ToString() ?? throw new DeploymentException($"{path} names no project"),
            runtime["name"]?.ToString() ?? throw new DeploymentException($"{path} names no runtime"),
            (runtime["options"] as JsonObject ?? []).ToImmutableDictionary(option => option.Key, option => option.Value?.ToString() ?? ""),
            yaml["main"]?.ToString(),
            ReadPluginFolders(directory, yaml),
            yaml["config"]?.DeepClone() as JsonObject ?? []);
    }

    private static ImmutableDictionary<string, string> ReadPluginFolders(string directory, JsonObject yaml) =>
        (yaml["plugins"]?["providers"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(plugin => plugin["name"] is not null && plugin["path"] is not null)
            .ToImmutableDictionary(
                plugin => plugin["name"]!.ToString(), plugin => Path.GetFullPath(Path.Combine(directory, plugin["path"]!.ToString())));
}
