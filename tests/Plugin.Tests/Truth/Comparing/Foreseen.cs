using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Comparing;

/// <summary>What the turns of a resource amount to: what its preview foresaw and what its update found.</summary>
internal static class Foreseen
{
    private const string Check = "ConnectivityCheck";

    public static bool IsCheck(TruthTurn turn) => turn.Type == Check;

    public static bool IsFunction(TruthTurn turn) => char.IsLower(turn.Type[0]);

    /// <summary>A resource of which a preview says nothing would be done; a check of which it says nothing is left open.</summary>
    public static Verdict By(TruthTurn preview)
    {
        if (preview.Failure is { } failure)
        {
            return VerdictText.OfFailure(failure);
        }

        if (IsCheck(preview))
        {
            return VerdictText.OfCheck(preview.Told);
        }

        if (IsFunction(preview))
        {
            return VerdictText.OfFunction(preview.Told);
        }

        return VerdictText.OfResource(preview.Told) is { Outcome: not Outcome.Silent } told ? told : Verdict.Holds;
    }

    public static Verdict FoundBy(TruthTurn update) =>
        IsCheck(update) && update.Outputs is { } outputs && InSteps(outputs) is { Outcome: Outcome.Fails } failed ? failed
        : update.Failure is { } failure ? VerdictText.OfFailure(failure)
        : Verdict.Holds;

    /// <summary>What the steps of a call tell that was made.</summary>
    public static Verdict InSteps(PropertyMap outputs) =>
        FailedStep(outputs) is { } step ? new Verdict(Outcome.Fails, step.Code, step.Name) : Verdict.Holds;

    /// <summary>What <c>explainTrust</c> answers.</summary>
    public static Verdict InAnswer(PropertyMap answer) =>
        answer["accepted"] is BoolValue { Value: true } ? Verdict.Holds
        : TextOf(answer, "code") is { Length: > 0 } code ? new Verdict(Outcome.Fails, code)
        : Verdict.Untold;

    private static (string? Code, string? Name)? FailedStep(PropertyMap outputs)
    {
        if (!outputs.TryGetValue("steps", out var steps) || steps.Plain() is not ListValue list)
        {
            return null;
        }

        var failed = list.Items.OfType<PropertyMap>().FirstOrDefault(step => step["succeeded"] is BoolValue { Value: false });
        return failed is null ? null : (TextOf(failed, "code"), TextOf(failed, "name"));
    }

    private static string? TextOf(PropertyMap map, string name) =>
        map.TryGetValue(name, out var value) && value is TextValue text ? text.Value : null;
}
