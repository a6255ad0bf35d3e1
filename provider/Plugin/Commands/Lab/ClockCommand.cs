using System.CommandLine;
using System.Globalization;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab clock</c>: moves the clock of the emulated servers, or tells what it shows.</summary>
internal static class ClockCommand
{
    private const int LongestCount = 36500;

    public static Command Of(LabAccess access)
    {
        var advance = new Option<TimeSpan?>("--advance")
        {
            HelpName = "SPAN",
            Description = "How far to move it on: days, hours or minutes such as 3d, 12h or 30m",
            CustomParser = OptionValues.Parser(Span, text => $"--advance takes days, hours or minutes such as 3d, 12h or 30m, not \"{text}\"."),
        }.NeedsValue();
        var reset = new Option<bool>("--reset") { Description = "Put it back to the machine's time" };
        var command = new Command("clock", "Show the servers' clock, or move it") { advance, reset };
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
            return Task.FromResult($"The servers' clock shows {Instant.Format(now)}. What runs already keeps the time that it began with.");
        });
        return command;
    }

    private static TimeSpan? Span(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is 0 or > LongestCount)
        {
            return null;
        }

        return text[^1] switch
        {
            'd' => TimeSpan.FromDays(count),
            'h' => TimeSpan.FromHours(count),
            'm' => TimeSpan.FromMinutes(count),
            _ => null,
        };
    }
}
