using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Plugin.Resources.ConnectivityChecks;

/// <summary>What a connectivity check met, as outputs.</summary>
internal static class ConnectivityCheckOutputs
{
    public const string SucceededName = "succeeded";

    private const string StepsName = "steps";

    public static PropertyMap Of(ConnectivityReport report) =>
        PropertyMap.Of((SucceededName, report.Succeeded), (StepsName, WireValues.Steps(report.Steps)))
            .Set("itemId", report.ItemId ?? PropertyValue.Null);

    /// <summary>Null where nothing is recorded.</summary>
    public static bool? Succeeded(PropertyMap outputs) => outputs.Flag(SucceededName);

    /// <summary>Whether a probe met what is recorded. A check that wrote an item, and holds, has more to tell than a probe that holds too; and one
    /// failure is met at another step by each.</summary>
    public static bool AreAlike(ConnectivityReport probe, PropertyMap recorded) => probe.Succeeded
        ? Succeeded(recorded) is true
        : Succeeded(recorded) is false && FailedStep(Of(probe))?.Code == FailedStep(recorded)?.Code;

    /// <summary>Whether the recorded check failed where no probe comes: one that goes through tells nothing about it.</summary>
    public static bool FailedBeyond(ConnectivityReport probe, PropertyMap recorded) =>
        probe.Succeeded && Failure(recorded) is { Step: { } step } && probe.Steps.All(taken => taken.Name != step);

    /// <summary>The step at which the recorded check failed, and the number; null for one that succeeded, and where nothing is recorded.</summary>
    public static (string? Step, string? Code)? Failure(PropertyMap outputs) => Succeeded(outputs) is false ? FailedStep(outputs) : null;

    private static (string? Name, string? Code)? FailedStep(PropertyMap outputs) =>
        outputs.Maps(StepsName).FirstOrDefault(step => step.Flag(SucceededName) is false) is { } failed
            ? (failed.Text("name"), failed.Text("code"))
            : null;
}
