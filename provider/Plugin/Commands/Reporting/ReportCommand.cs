using System.CommandLine;
using System.Text;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Sources;
using PartnerTrust.Reports.Calendar;
using PartnerTrust.Reports.Html;
using PartnerTrust.Reports.Json;
using PartnerTrust.Reports.Markdown;
using PartnerTrust.Reports.Mermaid;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Picture;

namespace PartnerTrust.Plugin.Commands.Reporting;

/// <summary><c>report</c>: all that is to be told of a trust, as a file for people or for programs. What it tells makes no difference to how it
/// ends: <c>status</c> is there for that.</summary>
internal static class ReportCommand
{
    public static Command Of(CommandSurroundings around)
    {
        var source = new SourceOptions(around);
        var format = new FormatOption("html", "md", "mermaid", "svg", "ics", "json");
        var file = new Option<string>("--out")
        {
            HelpName = "FILE",
            Description = "Where to write it; to the output without it",
        }.NeedsValue();
        var command = new ExampledCommand(
            "report",
            "Write a report of the trust: a picture, each direction and what it is good for, certificates, the rollovers to come, what is wrong",
            ("report --stack dev --out trust.html", "As one page, for any browser"),
            ("report --stack prod --format md >> $GITHUB_STEP_SUMMARY", "For a pull request or a wiki, with a Mermaid picture"),
            ("report --stack prod --format ics --out rollover.ics", "What is to be done when, for calendars"))
        {
            format, format.Json, file,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var observer = new TrustObserver(around) { TellsProgress = parsed.GetValue(file) is not null };
            var observation = await observer.ObserveAsync(source.Read(parsed), cancellationToken);
            var report = Text(TrustOverview.Of(observation, Thresholds.Default), format.In(parsed));
            if (parsed.GetValue(file) is { } named)
            {
                await WriteAsync(report, named, command, cancellationToken);
                await around.Messages.WriteLineAsync($"Written: {Path.GetFullPath(named)}");
            }
            else
            {
                await around.Output.WriteAsync(report);
            }

            return ExitCodes.Well;
        });
        return command;
    }

    private static string Text(TrustOverview overview, string format) => format switch
    {
        "md" => MarkdownReport.Write(overview),
        "mermaid" => MermaidChart.Write(overview),
        "svg" => TrustPicture.Write(overview),
        "ics" => RolloverCalendar.Write(overview),
        FormatOption.JsonForm => ReportJson.Write(overview),
        _ => HtmlReport.Write(overview),
    };

    private static async Task WriteAsync(string report, string file, Command command, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(file, report, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Misuse.Of($"{file} cannot be written: {failure.Message}", command);
        }
    }
}
