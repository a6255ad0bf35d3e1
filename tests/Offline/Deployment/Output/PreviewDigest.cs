using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Output;

/// <summary>What <c>preview --json</c> answers: the stack's configuration, the steps that the engine reports, with the states before and after, and
/// what was said. Secrets are blinded, whatever is asked for.</summary>
internal static class PreviewDigest
{
    public static JsonObject Of(DeploymentLog log, bool showsReplacementSteps, StackConfiguration? configuration = null) => new()
    {
        ["config"] = new JsonObject((configuration ?? StackConfiguration.Empty).Values
            .Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)JsonValue.Create(setting.Value.ToString())))),
        ["steps"] = new JsonArray(
            [.. log.Steps.Where(step => IsReported(step, showsReplacementSteps)).Select(Write)]),
        ["diagnostics"] = new JsonArray([.. log.Diagnostics.Select(Write)]),
    };

    private static bool IsReported(Step step, bool showsReplacementSteps) =>
        step.Operation != StepOperation.Same && !step.IsInternal
        && (showsReplacementSteps || step.Operation is not (StepOperation.CreateReplacement or StepOperation.DeleteReplaced));

    private static JsonObject Write(Step step)
    {
        var json = new JsonObject { ["op"] = Spelled(step.Operation), ["urn"] = step.Urn };
        if (step.State.Provider is { Length: > 0 } provider)
        {
            json["provider"] = provider;
        }

        if (step.Old is { } old)
        {
            json["oldState"] = Write(old);
        }

        if (step.New is { } now)
        {
            json["newState"] = Write(now);
        }

        return json;
    }

    private static JsonObject Write(ResourceState state) => ResourceJson.Write(
        state with { Inputs = Blinded(state.Inputs), Outputs = Blinded(state.Outputs) }, new PlaintextCipher());

    private static PropertyMap Blinded(PropertyMap values) => values.RewriteMap(value => value is SecretValue ? "[secret]" : value);

    private static JsonObject Write(Diagnostic diagnostic)
    {
        var json = new JsonObject { ["message"] = diagnostic.Message, ["severity"] = diagnostic.Severity.ToString().ToLowerInvariant() };
        if (diagnostic.Urn.Length > 0)
        {
            json["urn"] = diagnostic.Urn;
        }

        return json;
    }

    /// <summary>As the engine spells its operations: words with dashes.</summary>
    private static string Spelled(StepOperation operation) => string.Concat(operation.ToString().Select((letter, index) =>
        (char.IsUpper(letter) && index > 0 ? "-" : "") + char.ToLowerInvariant(letter)));
}
