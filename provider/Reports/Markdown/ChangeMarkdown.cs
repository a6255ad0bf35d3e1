using System.Collections.Immutable;
using System.Text;
using PartnerTrust.Reports.Changes;
using PartnerTrust.Reports.Mermaid;
using PartnerTrust.Reports.Overview;
using static PartnerTrust.Reports.Markdown.MarkdownText;

namespace PartnerTrust.Reports.Markdown;

/// <summary>What a change adds to a trust and takes away from it, for a pull request.</summary>
public static class ChangeMarkdown
{
    public static string Write(TrustChange change)
    {
        var text = new StringBuilder();
        text.Append($"# What the change makes of the trust: {Words.Of(change.Severity)}\n\n{Sentence(ChangeHeadline.Of(change))}\n\n")
            .Append($"Before, by {Escape(change.Before.Observation.Source)}: {Linked(Headline.Of(change.Before))}.\n\n")
            .Append($"Afterwards, by {Escape(change.After.Observation.Source)}: {Linked(Headline.Of(change.After))}.\n\n")
            .Append($"Both as of {Times.Minute(change.After.Now)}.\n\n");
        Items(text, "What the preview proved", change.Proven.Select(Linked));
        Directions(text, change);
        Items(text, "Certificates", change.Certificates.Select(Line));
        Records(text, change);
        Findings(text, "What will be wrong, and is not yet", change.Made);
        Items(text, "What will be wrong no more", change.Mended.Select(MarkdownFindings.Line));
        Items(text, "What is not told", change.Untold.Select(Linked));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Sentence(string headline) => Linked($"{char.ToUpperInvariant(headline[0])}{headline[1..]}.");

    private static void Directions(StringBuilder text, TrustChange change)
    {
        if (change.Directions.IsEmpty)
        {
            return;
        }

        text.Append($"## Who accepts whom\n\n```mermaid\n{ChangeChart.Write(change)}```\n\n");
        MarkdownTable.Write(
            text,
            ["", "Caller", "Called", "Before", "Afterwards", "Users gain", "Users lose", "Until"],
            change.Directions.Select(direction => new[]
            {
                MarkOf(direction),
                Escape(direction.Direction.From.Fqdn),
                Escape(direction.Direction.To.Fqdn),
                Linked(direction.Was),
                direction.Kind == ChangeKind.Same ? "the same" : Linked(direction.Becomes),
                Features(direction.Gains, direction.MayGain),
                Features(direction.Losses, direction.MayLose),
                direction.After is { } after ? Linked(string.Join("; ", Ends(after, change.After.Now))) : "",
            }));
    }

    private static string Features(ImmutableArray<string> sure, ImmutableArray<string> possible) => Escape(string.Join(
        "; ", new[] { string.Join(", ", sure), possible.IsEmpty ? "" : $"perhaps {string.Join(", ", possible)}" }.Where(said => said.Length > 0)));

    private static IEnumerable<string> Ends(DirectionReport direction, DateTimeOffset now) =>
        CallGroup.Of(direction).Where(calls => calls.Matters).Select(calls => calls.Until(now)).Where(until => until.Length > 0).Distinct();

    private static string MarkOf(DirectionChange change) => change switch
    {
        { Kind: ChangeKind.Added } => "\\+",
        { Kind: ChangeKind.Removed } => "−",
        { Severity: > Severity.Well } => "✗",
        { Kind: ChangeKind.Changed } => "✓",
        _ => "",
    };

    private static string Line(CertificateChange change)
    {
        var (server, certificate) = (change.Report.Server, change.Report.Certificate);
        return $"**{Escape(server.Fqdn)}**: `{certificate.Thumbprint}`, until {Times.Minute(certificate.NotAfter)}: {Escape(change.Told)}";
    }

    private static void Records(StringBuilder text, TrustChange change) => Items(
        text,
        "Records",
        change.Records.Select(record => $"**{Escape(record.Server)}**, {Escape(record.Title)}: {WordOf(record.Kind)}"
            + string.Concat(record.Details.Select(detail => $"\n  - {Escape(detail)}"))));

    private static string WordOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "new",
        ChangeKind.Removed => "gone",
        _ => "changed",
    };

    private static void Findings(StringBuilder text, string title, ImmutableArray<FindingReport> findings)
    {
        if (!findings.IsEmpty)
        {
            text.Append($"## {title}\n\n");
            MarkdownFindings.Write(text, findings);
            text.Append('\n');
        }
    }

    /// <summary>A list under a title; nothing of an empty one.</summary>
    private static void Items(StringBuilder text, string title, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            text.Append($"## {title}\n\n{string.Concat(all.Select(item => $"- {item}\n"))}\n");
        }
    }
}
