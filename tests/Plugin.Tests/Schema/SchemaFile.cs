using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PartnerTrust.Plugin.Tests.Schema;

/// <summary>The package schema as it is committed, with what tests ask of it.</summary>
internal static class SchemaFile
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));

    public static JsonElement Root { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "schema.json"))).RootElement;

    public static IEnumerable<JsonProperty> Entries(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var section) ? section.EnumerateObject() : [];

    public static IEnumerable<string> Names(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];

    /// <summary>Every property with a path that says where it stands.</summary>
    public static IEnumerable<(string Path, JsonElement Property)> AllProperties()
    {
        foreach (var (owner, element) in Owners())
        {
            foreach (var section in new[] { "properties", "inputProperties", "variables" })
            {
                foreach (var property in element.Entries(section))
                {
                    yield return ($"{owner}.{section}.{property.Name}", property.Value);
                }
            }
        }
    }

    public static IEnumerable<(string Name, JsonElement Element)> Owners()
    {
        yield return ("config", Root.GetProperty("config"));
        yield return ("provider", Root.GetProperty("provider"));
        foreach (var entry in Root.Entries("types").Concat(Root.Entries("resources")))
        {
            yield return (entry.Name, entry.Value);
            foreach (var side in new[] { "stateInputs", "listInputs" })
            {
                if (entry.Value.TryGetProperty(side, out var inputs))
                {
                    yield return ($"{entry.Name}.{side}", inputs);
                }
            }
        }

        foreach (var function in Root.Entries("functions"))
        {
            yield return ($"{function.Name}.inputs", function.Value.GetProperty("inputs"));
            yield return ($"{function.Name}.outputs", function.Value.GetProperty("outputs"));
        }
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
