using System.Text;
using PartnerTrust.Reports.Mermaid;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Metadata;
using static PartnerTrust.Reports.Markdown.MarkdownText;

namespace PartnerTrust.Reports.Markdown;

/// <summary>The whole report for a pull request or a wiki.</summary>
public static class MarkdownReport
{
    public static string Write(TrustOverview overview)
    {
        var text = new StringBuilder();
        text.Append($"# Trust report: {Words.Of(overview.Severity)}\n\n{Linked(Headline.Of(overview))}.\n\n")
            .Append($"At {Times.Minute(overview.Now)}, by {Escape(overview.Observation.Source)}.\n\n");
        text.Append($"## Who accepts whom\n\n```mermaid\n{MermaidChart.Write(overview)}```\n\n");
        Directions(text, overview);
        Findings(text, overview);
        Certificates(text, overview);
        Rollovers(text, overview);
        Servers(text, overview);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Directions(StringBuilder text, TrustOverview overview) => MarkdownTable.Write(
        text,
        ["", "Caller", "Called", "Calls", "Gives", "Until"],
        from direction in overview.Directions
        from calls in CallGroup.Of(direction)
        select new[]
        {
            calls.Matters ? Words.Mark(calls.First) : "",
            Escape(direction.Direction.From.Fqdn),
            Escape(direction.Direction.To.Fqdn),
            Linked(calls.Verdict) + (calls.First is { IsOpen: true, Decisive.Detail: { } open } ? $": {Linked(open)}" : ""),
            Escape(string.Join(", ", calls.Features)),
            Linked(calls.Until(overview.Now)),
        });

    private static void Findings(StringBuilder text, TrustOverview overview)
    {
        text.Append("## What is wrong, or will be\n\n");
        foreach (var unread in overview.Observation.Unread)
        {
            text.Append($"- **{Escape(unread.Server)} could not be read**: {Linked(unread.Fault.Text)}\n");
        }

        foreach (var untold in overview.Observation.Untold)
        {
            text.Append($"- **not told**: {Linked(untold)}\n");
        }

        MarkdownFindings.Write(text, overview.Findings);
        text.Append(overview.Findings.IsEmpty && !overview.IsPartial ? "Nothing.\n\n" : "\n");
    }

    private static void Certificates(StringBuilder text, TrustOverview overview)
    {
        text.Append("## Signing certificates\n\n");
        MarkdownTable.Write(
            text,
            ["Server", "", "From", "To", "Left", "Thumbprint", "Subject"],
            overview.Certificates.Select(report => new[]
            {
                Escape(report.Server.Fqdn),
                Words.Of(report.Slot) + (report.EffectiveDate is { } date ? $", signs from {Times.Minute(date)}" : ""),
                Times.Minute(report.Certificate.NotBefore),
                Times.Minute(report.Certificate.NotAfter),
                Times.Left(report.Certificate.NotAfter, overview.Now),
                $"`{report.Certificate.Thumbprint}`",
                Escape(report.Certificate.Subject),
            }));
    }

    private static void Rollovers(StringBuilder text, TrustOverview overview)
    {
        text.Append("## Next rollovers\n\n");
        foreach (var rollover in RolloverReport.AllOf(overview))
        {
            text.Append($"- **{Escape(rollover.Server.Fqdn)}**: {Linked(rollover.Timing(overview.Now))}\n");
            foreach (var step in rollover.Steps)
            {
                text.Append($"  - {Times.Minute(step.NotBefore)}, {Words.OfStep(step.Action)} on {Escape(step.Server)}: {Linked(step.Detail)}\n");
            }
        }

        text.Append('\n');
    }

    private static void Servers(StringBuilder text, TrustOverview overview)
    {
        var state = overview.Observation.State;
        text.Append("## Servers and realms\n\n");
        MarkdownTable.Write(
            text,
            ["Server", "Product", "Realm", "Machines", "Publishes at"],
            state.Servers.Values.OrderBy(server => server.Product).ThenBy(server => server.Fqdn, StringComparer.Ordinal).Select(server => new[]
            {
                Escape(server.Fqdn),
                Words.Of(server.Product),
                Escape(AuthMetadata.PrincipalOf(server, state.OAuthConfigurations.GetValueOrDefault(server.Fqdn)).Realm),
                Escape(string.Join(", ", server.Members)),
                Escape(string.Join(", ", state.PublishedMetadata.GetValueOrDefault(server.Fqdn, []))),
            }));
    }
}
