using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Plugin.Previews;

/// <summary>What a check will find by a plan.</summary>
/// <param name="Outlook">In a word.</param>
/// <param name="Words">After "the check would": that it succeeds, the step and the number at which it fails, or what is not known.</param>
internal sealed record CheckForecast(CheckOutlook Outlook, string Words)
{
    /// <summary>What it turns on is not known before the update.</summary>
    public static CheckForecast NotKnown { get; } = new(CheckOutlook.Open, "be open, for not all of that is known");

    /// <summary>After "because", why it cannot be told; empty where it can.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The step at which it fails; null where it does not.</summary>
    public TraceStep? Failed { get; private init; }

    public static CheckForecast Of(ConnectivityRequest request, ConnectivityReport report, PlannedTrust planned)
    {
        if (planned.GapOfCall(report.Reached, request.NamedTarget) is { } gap)
        {
            return NotKnown with { Reason = gap.Reason };
        }

        if (report.Steps.FirstOrDefault(step => !step.Succeeded) is { } failed)
        {
            return new CheckForecast(CheckOutlook.Fails, $"fail at step \"{failed.Name}\" with {failed.Code}") { Failed = failed };
        }

        return report.Open is { } open
            ? new CheckForecast(CheckOutlook.Open, $"be open at step \"{open.Name}\"") { Reason = $"{open.Detail}." }
            : new CheckForecast(CheckOutlook.Holds, "succeed");
    }
}
