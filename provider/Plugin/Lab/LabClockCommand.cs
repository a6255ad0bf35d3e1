using System.Globalization;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Resources;

namespace PartnerTrust.Plugin.Lab;

/// <summary>Moves the clock of the played servers, or tells what it shows.</summary>
internal sealed class LabClockCommand(TextWriter output, TimeProvider machine, string dataDirectory)
{
    public async Task<int> RunAsync(LabArguments arguments)
    {
        if (arguments.Option("advance") is { } text)
        {
            if (Span(text) is not { } span)
            {
                await output.WriteLineAsync($"--advance takes days, hours or minutes such as 3d, 12h or 30m, not \"{text}\".").ConfigureAwait(false);
                return 2;
            }

            LabClock.Advance(dataDirectory, span);
        }
        else if (arguments.Has("reset"))
        {
            LabClock.Reset(dataDirectory);
        }

        var now = LabClock.Of(dataDirectory, machine).GetUtcNow();
        await output.WriteLineAsync($"The servers' clock shows {Instant.Format(now)}. What runs already keeps the time that it began with.").ConfigureAwait(false);
        return 0;
    }

    private static TimeSpan? Span(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return text[^1] switch
        {
            _ when count is 0 or > 36500 => null,
            'd' => TimeSpan.FromDays(count),
            'h' => TimeSpan.FromHours(count),
            'm' => TimeSpan.FromMinutes(count),
            _ => null,
        };
    }
}
