using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Plugin.Tests.Remedies;
using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Reporting;

/// <summary><c>report</c> of emulated servers, in each of its forms.</summary>
public sealed class ReportCommandTests
{
    [Fact]
    public async Task Each_form_is_written_to_the_output_and_ends_well_whatever_it_tells()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        await stack.LabAsync("roll", "--server", RemedyProgram.Lync);

        var (page, usual) = (await ReportAsync(stack, "--format", "html"), await ReportAsync(stack));
        var (markdown, mermaid) = (await ReportAsync(stack, "--format", "md"), await ReportAsync(stack, "--format", "mermaid"));
        var (svg, calendar) = (await ReportAsync(stack, "--format", "svg"), await ReportAsync(stack, "--format", "ics"));
        var (json, shorter) = (await ReportAsync(stack, "--format", "json"), await ReportAsync(stack, "--json"));

        Assert.StartsWith("<!DOCTYPE html>", page.Output, StringComparison.Ordinal);
        Assert.Contains("<title>CRITICAL: 1 of 2 directions is refused", page.Output, StringComparison.Ordinal);
        Assert.Equal(page.Output, usual.Output);
        Assert.StartsWith("# Trust report: critical", markdown.Output, StringComparison.Ordinal);
        Assert.StartsWith("flowchart LR", mermaid.Output, StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Parse(svg.Output).Root!.Name.LocalName);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", calendar.Output, StringComparison.Ordinal);
        Assert.Equal("critical", (string?)JObject.Parse(json.Output)["severity"]);
        Assert.Equal(json.Output, shorter.Output);
        Assert.All([page, markdown, mermaid, svg, calendar, json], run => Assert.Equal((0, ""), (run.Code, run.Messages)));
    }

    [Fact]
    public async Task A_file_that_is_named_holds_the_report_and_the_output_nothing()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var file = Path.Combine(Folders.Make("report"), "trust.html");

        var run = await ReportAsync(stack, "--out", file);

        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Contains(file, run.Messages, StringComparison.Ordinal);
        Assert.Equal((await ReportAsync(stack)).Output, await File.ReadAllTextAsync(file));
        Assert.Equal((byte)'<', (await File.ReadAllBytesAsync(file))[0]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        var file = Path.Combine(Folders.Make("report"), "nowhere", "trust.html");

        var run = await ReportAsync(stack, "--out", file);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith($"PT8011: {file} cannot be written", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_was_told_to_fail_is_under_no_green_line()
    {
        await using var stack = await StatusCommandTests.UpAsync(RemedyProgram.Healthy);
        await stack.LabAsync("fault", "--server", RemedyProgram.Exchange, nameof(HostFaultKind.ExpiredTls));

        var run = await ReportAsync(stack);

        Assert.Contains("<title>CRITICAL: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("PT7043", run.Output, StringComparison.Ordinal);
    }

    private static Task<CommandRun> ReportAsync(SituationStack stack, params string[] options) =>
        CommandRun.OfAsync(["report", "--data", stack.DataDirectory, .. options], stack.Time);
}
