using System.CommandLine;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab clock</c>: moves the clock of the emulated servers, or tells what it shows.</summary>
internal static class ClockCommand
{
    public static Command Of(LabAccess access)
    {
        var advance = new Option<TimeSpan?>("--advance")
        {
            HelpName = "SPAN",
            Description = $"How far to move it on: {Spans.Forms}",
            CustomParser = OptionValues.Parser(Spans.Parse, text => $"--advance takes {Spans.Forms}, not \"{text}\"."),
        }.NeedsValue();
        var reset = new Option<bool>("--reset") { Description = "Put it back to the machine's time" };
        var json = new JsonOption();
        var command = new ExampledCommand(
            "clock",
            "Show the servers' clock, or move it",
            ("lab clock", "Tell what the servers' clock shows"),
            ("lab clock --advance 60d", "See what two months bring"),
            ("lab clock --reset", "Come back to the present")) { advance, reset, json };
        access.Let(command, (_, parsed, _) =>
        {
            var directory = access.DirectoryIn(parsed);
            if (parsed.GetValue(advance) is { } span)
            {
                LabClock.Advance(directory, span);
            }
            else if (parsed.GetValue(reset))
            {
                LabClock.Reset(directory);
            }

            var now = LabClock.Of(directory, access.Around.Time).GetUtcNow();
            return Task.FromResult(parsed.GetValue(json)
                ? new JObject { ["version"] = 1, ["at"] = Instant.Format(now) }.ToString(Formatting.Indented)
                : $"The servers' clock shows {Instant.Format(now)}. What runs already keeps the time that it began with.");
        });
        return command;
    }
}
