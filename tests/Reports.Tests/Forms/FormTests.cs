using PartnerTrust.Reports.Calendar;
using PartnerTrust.Reports.Html;
using PartnerTrust.Reports.Json;
using PartnerTrust.Reports.Markdown;
using PartnerTrust.Reports.Mermaid;
using PartnerTrust.Reports.Picture;

namespace PartnerTrust.Reports.Tests.Forms;

/// <summary>The forms of a report, word for word.</summary>
public sealed class FormTests
{
    public static TheoryData<string> Trusts => ["sound", "rolled", "staged", "token-server", "unknown-keys", "hostile"];

    [Theory]
    [MemberData(nameof(Trusts))]
    public Task A_report_in_Markdown(string trust) => Verify(MarkdownReport.Write(Samples.Of(trust))).UseParameters(trust);

    [Theory]
    [InlineData("rolled")]
    [InlineData("hostile")]
    public Task A_report_as_a_page(string trust) => Verify(BodyOf(HtmlReport.Write(Samples.Of(trust)))).UseParameters(trust);

    [Theory]
    [InlineData("staged")]
    [InlineData("hostile")]
    public Task A_calendar(string trust) => Verify(RolloverCalendar.Write(Samples.Of(trust)).ReplaceLineEndings("\n")).UseParameters(trust);

    [Fact]
    public Task A_report_for_programs() => Verify(ReportJson.Write(Samples.Of("staged")));

    [Theory]
    [InlineData("rolled")]
    [InlineData("unknown-keys")]
    public Task A_picture(string trust) =>
        Verify(TrustPicture.Write(Samples.Of(trust)).Replace("><", ">\n<", StringComparison.Ordinal)).UseParameters(trust);

    [Theory]
    [MemberData(nameof(Trusts))]
    public Task A_flowchart(string trust) => Verify(MermaidChart.Write(Samples.Of(trust))).UseParameters(trust);

    /// <summary>Without the style, and the picture in it: the former is seen in the browser, the latter has a snapshot of its own.</summary>
    private static string BodyOf(string page)
    {
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..];
        var (from, to) = (body.IndexOf("<svg xmlns", StringComparison.Ordinal), body.IndexOf("</svg>", StringComparison.Ordinal));
        return (body[..from] + body[to..]).Replace("><", ">\n<", StringComparison.Ordinal);
    }
}
