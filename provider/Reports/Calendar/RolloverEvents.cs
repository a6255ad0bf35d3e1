using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Rollover;

namespace PartnerTrust.Reports.Calendar;

/// <summary>What stands in the calendar of a trust: the steps of each rollover, the last day on which it is safe to begin, and the ends of
/// certificates.</summary>
internal static class RolloverEvents
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static IEnumerable<CalendarEntry> Of(TrustOverview overview) =>
        RolloverReport.AllOf(overview).SelectMany(rollover => Of(rollover, overview.Now))
            .Concat(overview.Certificates.Where(report => Signs(report, overview.Now)).Select(End))
            .OrderBy(entry => entry.Time);

    private static IEnumerable<CalendarEntry> Of(RolloverReport rollover, DateTimeOffset now)
    {
        var (server, signer) = (rollover.Server.Fqdn, rollover.Current.Thumbprint);
        foreach (var entry in Steps(rollover, rollover.Forecast.Ending, "ending").Concat(Steps(rollover, rollover.Forecast.Plan.Steps, "next")))
        {
            yield return entry;
        }

        // The last day that is safe from its beginning to its end.
        if (rollover.Forecast.LastSafe is { } last && last > now)
        {
            var what = rollover.Next is null ? "to begin the rollover" : "for the switch";
            yield return new CalendarEntry(
                $"{server} {signer} last safe", last.AddDays(-1), true, $"{server}: last safe day {what}",
                $"Until {Times.Minute(last)} no valid token fails. The signing certificate {signer} ends {Times.Minute(rollover.Current.NotAfter)}.", Week);
        }
    }

    /// <summary>What may be done from a time on is of that day; what becomes so at a time is of that moment.</summary>
    private static IEnumerable<CalendarEntry> Steps(RolloverReport rollover, IEnumerable<RolloverStep> steps, string phase) =>
        steps.GroupBy(step => (step.Action, step.Server)).SelectMany(same => same.Select((step, i) => new CalendarEntry(
            FormattableString.Invariant($"{rollover.Server.Fqdn} {rollover.Current.Thumbprint} {phase} {step.Action} {step.Server} {i}"),
            step.NotBefore,
            step.Action is "stage" or "refreshConsumer",
            $"{rollover.Server.Fqdn}: {Words.OfStep(step.Action)}{(step.Server == rollover.Server.Fqdn ? "" : $" on {step.Server}")}",
            $"Not before {Times.Minute(step.NotBefore)}, on {step.Server}. {step.Detail}{(rollover.Forecast.Plan.Refusal is { } refusal ? $"\n{refusal.Text}" : "")}")));

    private static bool Signs(CertificateReport report, DateTimeOffset now) =>
        report.Slot != CertificateSlot.Previous && report.Certificate.NotAfter >= now;

    private static CalendarEntry End(CertificateReport report) => new(
        $"{report.Server.Fqdn} {report.Certificate.Thumbprint} end",
        report.Certificate.NotAfter,
        false,
        $"{report.Server.Fqdn}: the {Words.Of(report.Slot)} signing certificate ends",
        $"{report.Certificate.Subject}, {report.Certificate.Thumbprint}. What it signed is refused from then on.");
}
