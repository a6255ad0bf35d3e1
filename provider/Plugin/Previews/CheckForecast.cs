using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Plugin.Previews;

/// <summary>What a check will find by a plan.</summary>
/// <param name="Outlook">In a word.</param>
/// <param name="Words">After "the check would": that it succeeds, the step and the number at which it fails, or what is not known.</param>
internal sealed record CheckForecast(CheckOutlook Outlook, string Words)
{
    /// <summary>What it turns on is not known before the update.</summary>
    public static CheckForecast NotKnown { get; } = new(CheckOutlook.Open, "be open, for not all of that is known");

    public static CheckForecast Of(ConnectivityReport report, PlannedTrust planned) =>
        planned.GapBetween(report.Reached) is not null ? NotKnown
        : report.Steps.FirstOrDefault(step => !step.Succeeded) is { } failed
            ? new CheckForecast(CheckOutlook.Fails, $"fail at step \"{failed.Name}\" with {failed.Code}")
        : report.Open is { } open ? new CheckForecast(CheckOutlook.Open, $"be open at step \"{open.Name}\"")
        : new CheckForecast(CheckOutlook.Holds, "succeed");
}
