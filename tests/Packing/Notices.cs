using System.Text;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.Packing;

/// <summary>Whose work a plugin carries, and under which licences: what most of these ask to be handed on.</summary>
internal static class Notices
{
    /// <param name="bill">A bill of materials (CycloneDX, JSON).</param>
    public static string Of(string bill)
    {
        var components = JObject.Parse(bill)["components"]!.Where(component => (string?)component["scope"] != "excluded").ToList();
        var text = new StringBuilder("The plugin carries the work of others:\n");
        foreach (var component in components)
        {
            text.Append('\n').Append(Describe(component));
        }

        foreach (var (licence, words) in TextsOf(components))
        {
            text.Append($"\n{licence}\n{new string('-', licence.Length)}\n\n{words.TrimEnd()}\n");
        }

        return text.ToString();
    }

    private static string Describe(JToken component)
    {
        var lines = new List<string> { $"{component["name"]} {component["version"]}" };
        lines.AddRange([
            .. new[] { (string?)component["copyright"] }.OfType<string>(),
            .. LicencesOf(component).DefaultIfEmpty("Licence: see the project's site"),
            .. (component["externalReferences"] ?? new JArray()).Where(reference => (string?)reference["type"] == "website").Select(reference => (string)reference["url"]!),
        ]);
        return string.Join("\n  ", lines) + "\n";
    }

    private static IEnumerable<string> LicencesOf(JToken component) =>
        (component["licenses"] ?? new JArray()).Select(entry =>
            (string?)entry["license"]?["id"] ?? (string?)entry["expression"] ?? (string?)entry["license"]?["name"]).OfType<string>();

    private static IEnumerable<(string Licence, string Text)> TextsOf(IEnumerable<JToken> components) =>
        from licence in components.SelectMany(LicencesOf).Distinct().Order(StringComparer.Ordinal)
        let resource = typeof(Notices).Assembly.GetManifestResourceStream(licence)
        where resource is not null
        select (licence, new StreamReader(resource).ReadToEnd());
}
