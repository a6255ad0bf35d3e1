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
            LabClock.Advance(dataDirectory, LabValues.Span(text)!.Value);
        }
        else if (arguments.Has("reset"))
        {
            LabClock.Reset(dataDirectory);
        }

        var now = LabClock.Of(dataDirectory, machine).GetUtcNow();
        await output.WriteLineAsync($"The servers' clock shows {Instant.Format(now)}. What runs already keeps the time that it began with.");
        return 0;
    }
}
