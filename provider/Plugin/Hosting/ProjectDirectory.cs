using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnerTrust.Engines.Files;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>The directory of the project that the plugin serves. The engine starts it where the program is (pulumi-protocol.md 1.4), and that is
/// another directory where the project has a <c>main</c>; the project's own is above it, as the engine itself looks for it.</summary>
internal static partial class ProjectDirectory
{
    private const int LongestFile = 1024 * 1024;
    private static readonly string[] Names = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

    /// <summary>The nearest directory that has the project's file, from <paramref name="directory"/> upwards; that one itself where none
    /// has.</summary>
    /// <param name="directory">Where the plugin was started.</param>
    /// <param name="project">The project's name, as the engine gives it in <c>PULUMI_PROJECT</c>; null where it gives none, and any project will
    /// do.</param>
    public static string Find(string directory, string? project)
    {
        for (var candidate = directory; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (Names.Select(name => NameIn(Path.Combine(candidate, name))).Any(
                name => name is not null && (project is null or "" || name == project)))
            {
                return candidate;
            }
        }

        return directory;
    }

    /// <summary>Null where there is no project's file, or none with a name.</summary>
    private static string? NameIn(string path)
    {
        try
        {
            var text = Encoding.UTF8.GetString(RegularFile.Read(path, LongestFile));
            return path.EndsWith(".json", StringComparison.Ordinal) ? NameInJson(text) : NameInYaml(text);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static string? NameInJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("name", out var name)
            && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
    }

    /// <summary>A project's name is one of its top-level keys and holds nothing that YAML would escape.</summary>
    private static string? NameInYaml(string text) => TopLevelName().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(
        @"^(?:name|""name""|'name')[ \t]*:[ \t]*(?<quote>[""']?)(?<name>[A-Za-z0-9._-]+)\k<quote>[ \t]*(?:#.*)?\r?$", RegexOptions.Multiline)]
    private static partial Regex TopLevelName();
}
