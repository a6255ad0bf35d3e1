using System.Globalization;
using System.Text;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Status;

/// <summary>The overview as Prometheus scrapes it: its text format, version 0.0.4, for the textfile collector of a node exporter. Lines end with a
/// line feed on every system.</summary>
public static class StatusMetrics
{
    public static string Write(TrustOverview overview)
    {
        var text = new StringBuilder();
        Gauge(text, "partnertrust_severity", "How bad the trust is: 0 ok, 1 warning, 2 critical.", [new Sample((int)overview.Severity)]);
        Gauge(
            text, "partnertrust_observed_timestamp_seconds", "By the servers' clock, when the trust was looked at.", [new Sample(Seconds(overview.Now))]);
        AppendDirections(text, overview);
        Gauge(
            text, "partnertrust_certificate_not_after_timestamp_seconds", "When a signing certificate expires.",
            overview.Certificates.Select(certificate => new Sample(Seconds(certificate.Certificate.NotAfter), LabelsOf(certificate))));
        Gauge(
            text, "partnertrust_findings", "What is wrong, or will be, by number.",
            from finding in overview.Findings
            group finding by (finding.Fault.Code, finding.Server, finding.Severity) into same
            select new Sample(
                same.Count(), ("number", same.Key.Code), ("server", same.Key.Server), ("severity", Words.Of(same.Key.Severity))));
        Gauge(text, "partnertrust_server_read", "Whether what a server keeps could be read.", Read(overview.Observation));
        return text.ToString();
    }

    private static void AppendDirections(StringBuilder text, TrustOverview overview)
    {
        var calls = overview.Directions.SelectMany(Calls).ToList();
        Gauge(
            text, "partnertrust_direction_accepted", "Whether calls from one server to another are accepted.",
            calls.Select(call => new Sample(call.Report.IsAccepted ? 1 : 0, call.Labels)));
        Gauge(
            text, "partnertrust_direction_certain", "Whether that is known, and not only that nothing known refuses them.",
            calls.Select(call => new Sample(call.Report.IsOpen ? 0 : 1, call.Labels)));
        Gauge(
            text, "partnertrust_direction_fails_timestamp_seconds", "The first moment at which they will be refused, where one is in sight.",
            calls.SelectMany(call => call.Report.FailsAt is { } end ? [new Sample(Seconds(end), call.Labels)] : Array.Empty<Sample>()));
    }

    private static IEnumerable<(CallReport Report, (string, string)[] Labels)> Calls(DirectionReport direction) =>
        from call in new[] { direction.ForUser, direction.Matters(direction.ForItself) ? direction.ForItself : null }.OfType<CallReport>()
        select (call, LabelsOf(direction, call));

    private static (string, string)[] LabelsOf(DirectionReport direction, CallReport call) =>
    [
        ("from", direction.Direction.From.Fqdn), ("to", direction.Direction.To.Fqdn), ("call", call.SipUri is null ? "application" : "user"),
    ];

    private static (string, string)[] LabelsOf(CertificateReport report) =>
    [
        ("server", report.Server.Fqdn), ("slot", Words.Of(report.Slot)), ("thumbprint", report.Certificate.Thumbprint.ToString()),
    ];

    private static IEnumerable<Sample> Read(Observation observation) =>
        from server in observation.State.Servers.Keys.Union(observation.Unread.Select(unread => unread.Server)).Order(StringComparer.Ordinal)
        select new Sample(observation.Unread.Any(unread => unread.Server == server) ? 0 : 1, ("server", server));

    private static void Gauge(StringBuilder text, string name, string help, IEnumerable<Sample> samples)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
        foreach (var sample in samples)
        {
            var named = string.Join(',', sample.Labels.Select(label => $"{label.Name}=\"{Escape(label.Value)}\""));
            text.Append(CultureInfo.InvariantCulture, $"{name}{(named.Length == 0 ? "" : $"{{{named}}}")} {sample.Value:0.###}\n");
        }
    }

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();

    private sealed record Sample(double Value, params (string Name, string Value)[] Labels);
}
