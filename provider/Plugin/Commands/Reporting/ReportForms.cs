using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Reports.Calendar;
using PartnerTrust.Reports.Changes;
using PartnerTrust.Reports.Html;
using PartnerTrust.Reports.Json;
using PartnerTrust.Reports.Markdown;
using PartnerTrust.Reports.Mermaid;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Picture;

namespace PartnerTrust.Plugin.Commands.Reporting;

/// <summary>The forms in which <c>report</c> writes a trust, or a change of it.</summary>
internal static class ReportForms
{
    public const string Html = "html";
    public const string Markdown = "md";
    public const string Mermaid = "mermaid";
    public const string Svg = "svg";
    public const string Calendar = "ics";

    public static string[] OfTrust => [Html, Markdown, Mermaid, Svg, Calendar, FormatOption.JsonForm];

    /// <summary>The first is the usual one.</summary>
    public static string[] OfChange => [Markdown, Mermaid, FormatOption.JsonForm];

    public static string Write(TrustOverview overview, string form) => form switch
    {
        Markdown => MarkdownReport.Write(overview),
        Mermaid => MermaidChart.Write(overview),
        Svg => TrustPicture.Write(overview),
        Calendar => RolloverCalendar.Write(overview),
        FormatOption.JsonForm => ReportJson.Write(overview),
        _ => HtmlReport.Write(overview),
    };

    public static string Write(TrustChange change, string form) => form switch
    {
        Mermaid => ChangeChart.Write(change),
        FormatOption.JsonForm => ChangeJson.Write(change),
        _ => ChangeMarkdown.Write(change),
    };
}
