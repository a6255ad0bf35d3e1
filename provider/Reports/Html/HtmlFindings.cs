using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;
using static PartnerTrust.Reports.Html.HtmlText;

namespace PartnerTrust.Reports.Html;

/// <summary>What could not be read, and what is wrong, with cause and remedy.</summary>
internal static class HtmlFindings
{
    public static Markup Of(TrustOverview overview) => overview.Findings.IsEmpty && !overview.IsPartial
        ? Markup.Of($"<p>Nothing is.</p>")
        : Markup.Of($"<ol class=\"findings\" role=\"list\">{overview.Observation.Unread.Select(Unread)}{overview.Observation.Untold.Select(Untold)}{overview.Findings.Select(Finding)}</ol>");

    private static Markup Unread(UnreadServer unread) => Markup.Of(
        $"<li><h3>{Chip(Severity.Critical, "not read")} {unread.Server} could not be read</h3><p>{Linked(unread.Fault.Text)}</p></li>");

    private static Markup Untold(string untold) => Markup.Of($"<li><h3>{Chip(Severity.Warning, "not told")} {Linked(untold)}</h3></li>");

    private static Markup Finding(FindingReport finding) => Markup.Of(
        $"<li><h3>{Chip(finding.Severity, Words.Of(finding.Severity))} {Linked(finding.Fault.Code)} on {finding.Server}{Record(finding)}</h3><p>{Linked(finding.Fault.Found)}</p><dl>{finding.Details.Select(Detail)}</dl></li>");

    private static Markup Record(FindingReport finding) => finding.Name is { } name ? Markup.Of($", record “{name}”") : Markup.Empty;

    private static Markup Detail((string Title, string Said) detail) => Markup.Of($"<dt>{detail.Title}</dt><dd>{Linked(detail.Said)}</dd>");
}
