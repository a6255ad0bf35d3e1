using System.Collections.Immutable;
using System.Text.Json;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.StackFiles.Texts;

/// <summary>What <c>pulumi stack export</c> answers.</summary>
internal static class StateExport
{
    private const string Command = "pulumi stack export";

    /// <summary>Every resource of the stack, of whichever package, in the order of the file.</summary>
    /// <exception cref="FaultException">It is no such answer (PT1016).</exception>
    public static ImmutableArray<StackResource> Read(StackText file) => file.Parse<ImmutableArray<StackResource>?>(
        Command, export => DeploymentIn(export) is { } deployment ? [.. ResourcesIn(deployment).Select(StackResource.Read)] : null)
        ?? throw new FaultException(file.Unreadable($"it holds no deployment, as what \"{Command}\" writes does"));

    /// <summary>The inputs of a resource, by its URN, two colons and its id; null where there is none, or its inputs are encrypted.</summary>
    public static PropertyMap? FindInputs(string text, string reference)
    {
        try
        {
            using var export = JsonDocument.Parse(text);
            return DeploymentIn(export.RootElement) is not { } deployment ? null : ResourcesIn(deployment)
                .Where(resource => $"{StackResource.Text(resource, "urn")}::{StackResource.Text(resource, "id")}" == reference)
                .Select(resource => StackValues.ReadMap(resource, "inputs"))
                .FirstOrDefault(inputs => !inputs.ContainsUnknown());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? DeploymentIn(JsonElement export) =>
        export.ValueKind == JsonValueKind.Object && export.TryGetProperty("deployment", out var deployment)
            && deployment.ValueKind == JsonValueKind.Object
            ? deployment
            : null;

    /// <summary>A stack that nobody has updated has none.</summary>
    private static IEnumerable<JsonElement> ResourcesIn(JsonElement deployment) =>
        deployment.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray().Where(resource => resource.ValueKind == JsonValueKind.Object)
            : [];
}
