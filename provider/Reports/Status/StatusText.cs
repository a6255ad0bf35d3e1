using System.Text;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Status;

/// <summary>The overview for people at a terminal: a line a direction and a certificate, then what is wrong with number, cause and remedy. In ASCII,
/// as far as names are: consoles have old code pages.</summary>
public static class StatusText
{
    private const int WordWidth = 8;

    public static string Write(TrustOverview overview, Palette palette)
    {
        var text = new StringBuilder();
        text.AppendLine(palette.Paint(overview.Severity, $"{Words.Of(overview.Severity).ToUpperInvariant()}: {Headline.Of(overview)}."))
            .AppendLine($"At {Times.Minute(overview.Now)}, by {overview.Observation.Source}.");
        Section(text, palette, "Directions", overview.Directions, direction => (direction.Severity, LineOf(direction, overview.Now)));
        Section(text, palette, "Certificates", overview.Certificates, certificate => (certificate.Severity, LineOf(certificate, overview.Now)));
        Section(text, palette, "Not read", overview.Observation.Unread, unread => (Severity.Critical, $"{unread.Server}: {unread.Fault.Text}"));
        Section(text, palette, "Not told", overview.Observation.Untold, untold => (Severity.Warning, untold));
        if (!overview.Findings.IsEmpty)
        {
            text.AppendLine().AppendLine(palette.Title("Findings"));
            foreach (var finding in overview.Findings)
            {
                Append(text, palette, finding);
            }
        }

        return text.ToString();
    }

    /// <summary>One direction, without how bad it is.</summary>
    public static string LineOf(DirectionReport direction, DateTimeOffset now) =>
        $"{direction.Direction.From.Fqdn} -> {direction.Direction.To.Fqdn}: {Said(direction, now)}";

    private static string LineOf(CertificateReport report, DateTimeOffset now)
    {
        var certificate = report.Certificate;
        var over = certificate.NotAfter < now ? "expired" : "until";
        var from = report.EffectiveDate is { } date ? $" from {Times.Minute(date)} on," : "";
        return $"{report.Server.Fqdn}: {Words.Of(report.Slot)} {certificate.Thumbprint},{from} {over} {Times.Minute(certificate.NotAfter)} ({Times.Left(certificate.NotAfter, now)})";
    }

    private static string Said(DirectionReport direction, DateTimeOffset now)
    {
        var (main, itself) = (direction.Main, direction.ForItself);
        var said = Said(main) + (main.IsAccepted && direction.FirstToFail is { FailsAt: { } at, FailsBy: { } by }
            ? $" until {Times.Minute(at)} ({Times.Left(at, now)}), then {by.Code}"
            : "");
        return itself == main || Words.Of(itself) == Words.Of(main) ? said
            : !direction.Matters(itself) ? said
            : $"{said}; without a user {Said(itself)}";
    }

    private static string Said(CallReport call) => Words.Of(call) + (call.IsAccepted
        ? call.Decisive is { } open ? $" at {open.Name}: {open.Detail}" : ""
        : call.Decisive is { Fault: { } fault } step ? $" at {step.Name} by {fault.Code}" : "");

    private static void Section<T>(
        StringBuilder text, Palette palette, string title, IReadOnlyCollection<T> items, Func<T, (Severity Severity, string Line)> tell)
    {
        if (items.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine(palette.Title(title));
        foreach (var (severity, line) in items.Select(tell))
        {
            text.AppendLine($"  {Word(palette, severity)}  {line}");
        }
    }

    private static void Append(StringBuilder text, Palette palette, FindingReport finding)
    {
        var fault = finding.Fault;
        var about = finding.Name is { } name ? $"{finding.Server}, \"{name}\"" : finding.Server;
        text.AppendLine($"  {Word(palette, finding.Severity)}  {fault.Code} on {about}: {fault.Found}");
        foreach (var (title, said) in finding.Details)
        {
            text.AppendLine($"            {title}: {said}");
        }
    }

    private static string Word(Palette palette, Severity severity) => palette.Paint(severity, Words.Of(severity).PadRight(WordWidth));
}
