using System.Text.Json;
using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator;

/// <summary>What the language host reads out of the package to find the plugin (pulumi-csharp-sdk.md 2.4).</summary>
internal static class PluginFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static string Json(PackageSchema schema) => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["resource"] = true,
            ["name"] = schema.Name,
            ["version"] = schema.Version,
            ["server"] = schema.PluginDownloadUrl,
        },
        Indented) + "\n";
}
