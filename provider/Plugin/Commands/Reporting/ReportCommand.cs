using System.CommandLine;
using System.Text;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Sources;
using PartnerTrust.Reports.Changes;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Plugin.Commands.Reporting;

/// <summary><c>report</c>: all that is to be told of a trust, or of what a change makes of it, as a file for people or for programs. What it tells
/// makes no difference to how it ends: <c>status</c> is there for that.</summary>
internal static class ReportCommand
{
    public static Command Of(CommandSurroundings around)
    {
        var (source, change) = (new SourceOptions(around, takesState: true), new ChangeOptions());
        var format = new FormatOption(ReportForms.OfTrust);
        var file = new Option<string>("--out")
        {
            HelpName = "FILE",
            Description = "Where to write it; to the output without it",
        }.NeedsValue();
        var command = new ExampledCommand(
            "report",
            "Write a report of the trust: a picture, each direction and what it is good for, certificates, the rollovers to come, what is wrong",
            ("report --stack dev --out trust.html", "As one page, for any browser"),
            ("report --stack prod --format md --out trust.md", "For a pull request or a wiki, with a Mermaid picture"),
            ("report --stack prod --format ics --out rollover.ics", "What is to be done when, for calendars"),
            ("report --state state.json --out trust.html", "Of what \"pulumi stack export\" wrote: no server is asked"),
            ("report --before state.json --after preview.json --out change.md", "What a change makes of the trust, for its pull request"))
        {
            format, format.Json, file,
        };
        source.AddTo(command);
        change.AddTo(command, source.Places, format);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var report = change.In(parsed) is { } files
                ? ReportForms.Write(await ReadChangeAsync(files.Before, files.After), format.In(parsed, ReportForms.OfChange))
                : ReportForms.Write(await ReadTrustAsync(), format.In(parsed));
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

            async Task<TrustOverview> ReadTrustAsync()
            {
                var observer = new TrustObserver(around) { TellsProgress = parsed.GetValue(file) is not null };
                return TrustOverview.Of(await observer.ObserveAsync(source.Read(parsed), cancellationToken), Thresholds.Default);
            }

            async Task<TrustChange> ReadChangeAsync(string? state, string preview)
            {
                var (before, after) = await new StackFileObserver(around).ReadChangeAsync(state, preview, cancellationToken);
                return TrustChange.Of(TrustOverview.Of(before, Thresholds.Default), TrustOverview.Of(after, Thresholds.Default));
            }
        });
        return command;
    }

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
