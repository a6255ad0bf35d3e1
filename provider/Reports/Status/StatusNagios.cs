using System.Globalization;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Status;

/// <summary>The overview as a Nagios plugin answers (Monitoring Plugins guidelines): one line with the state and, after a bar, performance data; then
/// a line a direction and a finding.</summary>
public static class StatusNagios
{
    /// <summary>The state that those guidelines know: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.</summary>
    public static int StateOf(TrustOverview overview) => overview.Severity switch
    {
        Severity.Critical => 2,
        _ when overview.IsPartial => 3,
        Severity.Warning => 1,
        _ => 0,
    };

    public static string Write(TrustOverview overview)
    {
        string[] states = ["OK", "WARNING", "CRITICAL", "UNKNOWN"];
        return string.Join('\n',
        [
            $"TRUST {states[StateOf(overview)]} - {Plain(Headline.Of(overview))} | {string.Join(' ', Data(overview))}",
            .. overview.Directions.Select(direction => $"{Words.Of(direction.Severity)}: {Plain(StatusText.LineOf(direction, overview.Now))}"),
            .. overview.Observation.Unread.Select(unread => $"not read: {unread.Server}: {Plain(unread.Fault.Text)}"),
            .. overview.Observation.Untold.Select(untold => $"not told: {Plain(untold)}"),
            .. overview.Findings.Select(finding => $"{Words.Of(finding.Severity)}: {finding.Server}: {Plain(finding.Fault.Text)}"),
        ]) + "\n";
    }

    private static IEnumerable<string> Data(TrustOverview overview)
    {
        var (warn, crit) = (Number(overview.Thresholds.Warning.TotalDays), Number(overview.Thresholds.Critical.TotalDays));
        yield return $"refused={overview.Directions.Count(direction => !direction.Main.IsAccepted)};;0;0;{overview.Directions.Length}";
        yield return $"findings={overview.Findings.Length}";
        if (overview.FirstToFail?.FirstToFail?.FailsAt is { } end)
        {
            yield return $"days_left={Days(end, overview.Now)};{warn}:;{crit}:";
        }

        foreach (var certificate in overview.Certificates.Where(certificate => certificate.Slot != CertificateSlot.Previous))
        {
            var label = $"{certificate.Server.Fqdn} {Words.Of(certificate.Slot)}";
            yield return $"'{label}'={Days(certificate.Certificate.NotAfter, overview.Now)};{warn}:;{crit}:";
        }
    }

    /// <summary>A bar would begin performance data.</summary>
    private static string Plain(string text) => text.Replace('|', '/').ReplaceLineEndings(" ");

    private static string Days(DateTimeOffset time, DateTimeOffset now) => Number(Math.Round((time - now).TotalDays, 2));

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
