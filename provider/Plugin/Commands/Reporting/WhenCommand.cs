using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Sources;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Status;

namespace PartnerTrust.Plugin.Commands.Reporting;

/// <summary><c>when</c>: the first moment at which the trust would fail, why, and what fails then.</summary>
internal static class WhenCommand
{
    private const string Forms = $"a time such as 2027-12-31T00:00:00Z, or {Spans.Forms}";

    public static Command Of(CommandSurroundings around)
    {
        var source = new SourceOptions(around);
        var until = new Option<string>("--until")
        {
            HelpName = "TIME",
            Description = $"How far to look ahead: {Forms}; 13 months without it",
        }.NeedsValue();
        var json = new JsonOption();
        var command = new ExampledCommand(
            "when",
            "Tell the first moment at which the trust would fail if nobody did anything, why, and what fails then",
            ("when --stack prod", "In the next 13 months"),
            ("when --stack prod --until 2028-06-30T00:00:00Z --json", "Until a day, for a program"))
        {
            until, json,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = parsed.GetValue(until);
            if (asked is not null && Instant.Parse(asked) is null && Spans.Parse(asked) is null)
            {
                throw Misuse.Of($"--until takes {Forms}, not \"{asked}\".", command);
            }

            var observer = new TrustObserver(around) { TellsProgress = !parsed.GetValue(json) };
            var observation = await observer.ObserveAsync(source.Read(parsed), cancellationToken);
            var horizon = HorizonOf(asked, observation.Now);
            if (horizon <= observation.Now)
            {
                throw Misuse.Of($"--until is {asked}, which is over: the servers' clock shows {Instant.Format(observation.Now)}.", command);
            }

            var overview = TrustOverview.Of(observation, Thresholds.Default, horizon);
            await around.Output.WriteAsync(parsed.GetValue(json)
                ? WhenJson.Write(overview, horizon)
                : WhenText.Write(overview, horizon, around.PaletteFor(parsed)));
            return CodeOf(overview);
        });
        return command;
    }

    private static DateTimeOffset HorizonOf(string? asked, DateTimeOffset now) =>
        asked is null ? TrustOverview.UsualHorizon(now) : Instant.Parse(asked) ?? now + Spans.Parse(asked)!.Value;

    /// <summary>By the failures alone: what else may be wrong, a status tells.</summary>
    private static int CodeOf(TrustOverview overview)
    {
        var first = WhenFailures.Of(overview).FirstOrDefault();
        var severity = first is { IsAlready: true } ? Severity.Critical : overview.Thresholds.Of(first?.At, overview.Now);
        return severity != Severity.Critical && overview.IsPartial ? ExitCodes.Unanswered : ExitCodes.Of(severity);
    }
}
