using System.Text.Json.Nodes;
using PartnerTrust.Deployment;
using PartnerTrust.Plugin.StackFiles;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Tests.Situations;

namespace PartnerTrust.Plugin.Tests.StackFiles;

/// <summary>What Pulumi writes of a stack into files.</summary>
internal static class FileStack
{
    public static StackText StateOf(SituationStack stack) => new("--state", "state.json", stack.Export());

    public static StackInstallation Read(SituationStack stack) =>
        Assert.Single(StackFile.Read(StateOf(stack), stack.Time.GetUtcNow()));

    /// <param name="preview">The preview.</param>
    /// <param name="form">Who writes the file.</param>
    public static StackText PreviewOf(DeploymentResult preview, PreviewForm form) => new(
        "--preview",
        "preview.json",
        Written(Deployment.Output.PreviewDigest.Of(preview.Log, showsReplacementSteps: form == PreviewForm.WithOutputs), form).ToJsonString());

    /// <summary>The same with the stack's configuration, as the CLI writes it: that of a default provider.</summary>
    /// <param name="preview">The file.</param>
    /// <param name="stack">After its first update, whose provider has the settings.</param>
    public static StackText WithSettings(StackText preview, SituationStack stack)
    {
        var provider = JsonNode.Parse(stack.Export())!["deployment"]!["resources"]!.AsArray()
            .First(resource => (string?)resource!["type"] == "pulumi:providers:partnertrust");
        var digest = JsonNode.Parse(preview.Text)!.AsObject();
        digest["config"] = new JsonObject(provider!["inputs"]!.AsObject()
            .Where(setting => setting.Value is JsonValue)
            .Select(setting => KeyValuePair.Create($"partnertrust:{setting.Key}", setting.Value?.DeepClone())));
        return preview with { Text = digest.ToJsonString() };
    }

    /// <summary>The CLI writes each step down before the provider is asked, so that what is foreseen has no outputs.</summary>
    private static JsonObject Written(JsonObject digest, PreviewForm form)
    {
        foreach (var step in form == PreviewForm.WithOutputs ? [] : digest["steps"]!.AsArray().Select(step => step!.AsObject()))
        {
            (step["newState"] as JsonObject)?.Remove("outputs");
        }

        return digest;
    }
}
