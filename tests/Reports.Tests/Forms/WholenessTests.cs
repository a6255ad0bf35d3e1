using System.Net;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PartnerTrust.Reports.Calendar;
using PartnerTrust.Reports.Html;
using PartnerTrust.Reports.Json;
using PartnerTrust.Reports.Markdown;
using PartnerTrust.Reports.Mermaid;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Picture;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Findings;

namespace PartnerTrust.Reports.Tests.Forms;

/// <summary>Every form tells all of it, and what it is told of cannot become more than text.</summary>
public sealed partial class WholenessTests
{
    public static TheoryData<string> Trusts => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Trusts))]
    public void Every_number_is_in_every_form_that_tells_findings_and_leads_to_its_page(string trust)
    {
        var overview = Samples.Of(trust);
        var numbers = overview.Findings.Select(finding => finding.Fault).Concat(overview.Observation.Unread.Select(unread => unread.Fault))
            .Select(fault => fault.Code).ToHashSet();

        Assert.All(numbers, number =>
        {
            Assert.Contains($"<a href=\"{FaultPage.AddressOf(number)}\">{number}</a>", HtmlReport.Write(overview), StringComparison.Ordinal);
            Assert.Contains($"[{number}]({FaultPage.AddressOf(number)})", MarkdownReport.Write(overview), StringComparison.Ordinal);
            Assert.Contains($"\"{number}\"", ReportJson.Write(overview), StringComparison.Ordinal);
        });
    }

    /// <summary>Of pages, what people read: their addresses are no names of ours.</summary>
    [Theory]
    [MemberData(nameof(Trusts))]
    public void Every_direction_is_in_every_form_that_tells_directions(string trust)
    {
        var overview = Samples.Of(trust);
        var (html, markdown, mermaid, svg) = (
            WebUtility.HtmlDecode(Tag().Replace(HtmlReport.Write(overview), "")), MarkdownReport.Write(overview), MermaidChart.Write(overview),
            WebUtility.HtmlDecode(TrustPicture.Write(overview)));
        var json = JObject.Parse(ReportJson.Write(overview));

        Assert.All(overview.Directions, direction =>
        {
            var (from, to) = (Samples.Shown(direction.Direction.From.Fqdn), Samples.Shown(direction.Direction.To.Fqdn));
            Assert.Contains($"{from} calls {to}", html, StringComparison.Ordinal);
            Assert.Contains($"{from} to {to}: ", svg, StringComparison.Ordinal);
            Assert.Contains($"| {MarkdownText.Escape(from)} | {MarkdownText.Escape(to)} |", markdown, StringComparison.Ordinal);
        });
        Assert.Equal(overview.Directions.Length, Link().Count(mermaid));
        Assert.Equal(overview.Directions.Length, json["directions"]!.Count());
    }

    [Theory]
    [MemberData(nameof(Trusts))]
    public void Every_certificate_and_every_step_of_a_rollover_is_told_with_its_time(string trust)
    {
        var overview = Samples.Of(trust);
        var (html, markdown, json) = (HtmlReport.Write(overview), MarkdownReport.Write(overview), ReportJson.Write(overview));

        Assert.All(overview.Certificates, report =>
        {
            Assert.Contains($"datetime=\"{Times.Exact(report.Certificate.NotAfter)}\"", html, StringComparison.Ordinal);
            Assert.All([html, markdown, json], form => Assert.Contains(report.Certificate.Thumbprint.Hex, form, StringComparison.Ordinal));
        });
        Assert.All(RolloverReport.AllOf(overview).SelectMany(rollover => rollover.Steps), step =>
        {
            Assert.Contains(Times.Minute(step.NotBefore), html, StringComparison.Ordinal);
            Assert.Contains(Times.Minute(step.NotBefore), markdown, StringComparison.Ordinal);
            Assert.Contains(Times.Exact(step.NotBefore), json, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_names_say_becomes_no_markup_in_any_form()
    {
        var overview = Samples.Of("hostile");

        Assert.All(
            [HtmlReport.Write(overview), TrustPicture.Write(overview), MarkdownReport.Write(overview), MermaidChart.Write(overview)],
            form => Assert.DoesNotContain("<b onclick", form, StringComparison.Ordinal));
        Assert.DoesNotContain('\u202e', string.Concat(HtmlReport.Write(overview), MarkdownReport.Write(overview), RolloverCalendar.Write(overview)));
    }

    [Fact]
    public void A_row_of_a_Markdown_table_has_as_many_cells_whatever_names_say()
    {
        var rows = MarkdownReport.Write(Samples.Of("hostile")).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.InRange(CellEnd().Count(row), 5 + 1, 7 + 1));
    }

    [Fact]
    public void A_page_runs_nothing_loads_nothing_and_does_not_reload()
    {
        var page = HtmlReport.Write(Samples.Of("rolled"));

        Assert.Contains($"<meta http-equiv=\"Content-Security-Policy\" content=\"{WebUtility.HtmlEncode(HtmlPage.Policy)}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh\" content", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_have_no_second_code_beside_their_numbers()
    {
        var overview = Samples.Of("rolled");
        var checks = TrustFindings.Of(overview.Observation.State, overview.Now).Select(finding => finding.Check).ToList();
        var forms = HtmlReport.Write(overview) + MarkdownReport.Write(overview) + ReportJson.Write(overview);

        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.DoesNotContain(check, forms, StringComparison.Ordinal));
    }

    [Fact]
    public void A_flowchart_of_more_than_Mermaid_draws_shows_the_worst_and_says_how_many_it_leaves_out()
    {
        var overview = Samples.Overview(Samples.Many(400));

        var chart = MermaidChart.Write(overview);

        Assert.InRange(chart.Length, 1, 50_000);
        Assert.InRange(Link().Count(chart), 1, 499);
        Assert.Contains($"and {overview.Directions.Length - Link().Count(chart)} directions more", chart, StringComparison.Ordinal);
        Assert.Equal(40, Refused().Count(chart));
    }

    [GeneratedRegex("</?[a-z][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^  s\d+ (-->|-\.->|-\.-x)\|", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex(@"-\.-x\|")]
    private static partial Regex Refused();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEnd();
}
