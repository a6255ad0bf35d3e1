using System.Text;
using PartnerTrust.Reports.Overview;
using static PartnerTrust.Reports.Markdown.MarkdownText;

namespace PartnerTrust.Reports.Markdown;

/// <summary>What is wrong, each with what is known of it.</summary>
internal static class MarkdownFindings
{
    public static void Write(StringBuilder text, IEnumerable<FindingReport> findings)
    {
        foreach (var finding in findings)
        {
            text.Append($"- **{Words.Of(finding.Severity)}** {Line(finding)}\n");
            foreach (var (title, said) in finding.Details)
            {
                text.Append($"  - {title}: {Linked(said)}\n");
            }
        }
    }

    /// <summary>Without its details, and without how bad it is.</summary>
    public static string Line(FindingReport finding)
    {
        var about = finding.Name is { } name ? $"{finding.Server}, \"{name}\"" : finding.Server;
        return $"{Linked(finding.Fault.Code)} on **{Escape(about)}**: {Linked(finding.Fault.Found)}";
    }
}
