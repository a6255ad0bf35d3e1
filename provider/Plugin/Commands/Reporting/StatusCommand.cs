using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Sources;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Status;

namespace PartnerTrust.Plugin.Commands.Reporting;

/// <summary><c>status</c>: is the trust well, and until when? Of emulated servers and of real ones.</summary>
internal static class StatusCommand
{
    public static Command Of(CommandSurroundings around)
    {
        var source = new SourceOptions(around);
        var (warn, crit) = (
            ThresholdOption("--warn", "How long before an end it is a warning", Thresholds.Default.Warning),
            ThresholdOption("--crit", "How long before an end it is critical", Thresholds.Default.Critical));
        var format = new FormatOption("text", "json", "prometheus", "nagios");
        var command = new ExampledCommand(
            "status",
            "Tell whether the trust is well, and until when: each direction, each certificate, and what is wrong",
            ("status --stack dev", "Of a stack, in its project's directory"),
            ("status --data .partnertrust/dev --warn 90d --crit 30d", "Of a data directory, with more time to act"),
            ("status --stack prod --format nagios", "For Nagios and what is like it, with exit codes of its: 0, 1, 2, and 3 for unknown"),
            ("status --stack prod --format prometheus > /var/lib/node_exporter/partnertrust.prom", "For Prometheus"))
        {
            warn, crit, format, format.Json,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var thresholds = new Thresholds(
                parsed.GetValue(warn) ?? Thresholds.Default.Warning, parsed.GetValue(crit) ?? Thresholds.Default.Critical);
            Require(thresholds, command);
            var observer = new TrustObserver(around) { TellsProgress = format.In(parsed) == "text" };
            var observation = await observer.ObserveAsync(source.Read(parsed), cancellationToken);
            var overview = TrustOverview.Of(observation, thresholds);
            await around.Output.WriteAsync(Text(overview, format.In(parsed), around.PaletteFor(parsed)));
            return format.In(parsed) == "nagios" ? StatusNagios.StateOf(overview) : ExitCodes.Of(overview);
        });
        return command;
    }

    private static void Require(Thresholds thresholds, Command command)
    {
        if (thresholds.Critical > thresholds.Warning)
        {
            throw Misuse.Of("--crit is a longer time than --warn, but what is critical is a warning before.", command);
        }
    }

    private static string Text(TrustOverview overview, string format, Palette palette) => format switch
    {
        "json" => StatusJson.Write(overview),
        "prometheus" => StatusMetrics.Write(overview),
        "nagios" => StatusNagios.Write(overview),
        _ => StatusText.Write(overview, palette),
    };

    private static Option<TimeSpan?> ThresholdOption(string name, string description, TimeSpan usual) => new Option<TimeSpan?>(name)
    {
        HelpName = "SPAN",
        Description = $"{description}: {Spans.Forms}; {usual.TotalDays:0}d without it",
        CustomParser = OptionValues.Parser(Spans.Parse, text => $"{name} takes {Spans.Forms}, not \"{text}\"."),
    }.NeedsValue();
}
