using System.Text.Json;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>What <c>pulumi stack export</c> answers.</summary>
internal static class StateExport
{
    /// <summary>The inputs of a resource, by its URN, two colons and its id; null where there is none, or its inputs are encrypted.</summary>
    public static PropertyMap? FindInputs(string text, string reference)
    {
        try
        {
            using var export = JsonDocument.Parse(text);
            return ResourcesIn(export.RootElement)
                .Where(resource => $"{Text(resource, "urn")}::{Text(resource, "id")}" == reference)
                .Select(InputsOf).FirstOrDefault();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonElement> ResourcesIn(JsonElement export) =>
        export.ValueKind == JsonValueKind.Object
        && export.TryGetProperty("deployment", out var deployment) && deployment.ValueKind == JsonValueKind.Object
        && deployment.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray().Where(resource => resource.ValueKind == JsonValueKind.Object)
            : [];

    private static PropertyMap? InputsOf(JsonElement resource) =>
        resource.TryGetProperty("inputs", out var inputs) && JsonText.TryRead(inputs.GetRawText(), out var value) ? value as PropertyMap : null;

    private static string? Text(JsonElement resource, string name) =>
        resource.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
