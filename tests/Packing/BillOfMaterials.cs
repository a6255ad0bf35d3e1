using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.Packing;

/// <summary>Bills of materials (CycloneDX, JSON). The tool that writes them knows packages alone; a plugin carries the .NET runtime as
/// well.</summary>
internal static class BillOfMaterials
{
    private const string RuntimePack = ".App.Runtime.";

    /// <summary>Adds the runtime packs that a plugin was published with.</summary>
    /// <param name="bill">As the tool wrote it.</param>
    /// <param name="assets"><c>project.assets.json</c> of the plugin, restored for the platform.</param>
    /// <param name="time">When it is said to be made, so that the same commit has the same bill.</param>
    public static string Complete(string bill, string assets, DateTimeOffset time)
    {
        var document = Read(bill);
        document["metadata"]!["timestamp"] = time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var packs = RuntimePacksIn(Read(assets)).ToList();
        var whole = (string)document["metadata"]!["component"]!["bom-ref"]!;
        var dependencies = (JArray)document["dependencies"]!;
        foreach (var pack in packs)
        {
            ((JArray)document["components"]!).Add(pack);
            dependencies.Add(new JObject { ["ref"] = pack["bom-ref"] });
        }

        var direct = dependencies.First(entry => (string?)entry["ref"] == whole);
        direct["dependsOn"] = new JArray([.. direct["dependsOn"] ?? new JArray(), .. packs.Select(pack => pack["bom-ref"]!)]);
        return document.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static IEnumerable<JObject> RuntimePacksIn(JObject assets) =>
        from framework in ((JObject)assets["project"]!["frameworks"]!).PropertyValues()
        from pack in framework["downloadDependencies"] ?? new JArray()
        let name = (string)pack["name"]!
        where name.Contains(RuntimePack, StringComparison.Ordinal)
        orderby name
        select Component(name, ((string)pack["version"]!).Trim('[', ']').Split(',')[0]);

    private static JObject Component(string name, string version) => new()
    {
        ["type"] = "framework",
        ["bom-ref"] = $"pkg:nuget/{name}@{version}",
        ["authors"] = new JArray(new JObject { ["name"] = "Microsoft" }),
        ["name"] = name,
        ["version"] = version,
        ["scope"] = "required",
        ["licenses"] = new JArray(new JObject { ["license"] = new JObject { ["id"] = "MIT" } }),
        ["copyright"] = "© Microsoft Corporation. All rights reserved.",
        ["purl"] = $"pkg:nuget/{name}@{version}",
        ["externalReferences"] = new JArray(new JObject { ["url"] = "https://dot.net/", ["type"] = "website" }),
    };

    private static JObject Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
