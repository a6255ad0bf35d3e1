using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>What was run, by the same note that a transcript is made from.</summary>
internal sealed class RecordedCalls : ITranscript
{
    private readonly Lock gate = new();
    private readonly List<(string Server, CmdletCall Call)> calls = [];

    /// <exception cref="InvalidOperationException">It is not as documented: so no test of any suite sends such a call unnoticed.</exception>
    public void Note(string server, CmdletCall call, CallAnswer? answer)
    {
        if (DocumentedCalls.Complaint(call) is { } complaint)
        {
            throw new InvalidOperationException($"On {server}: {complaint}.");
        }

        lock (gate)
        {
            calls.Add((server, call));
        }
    }

    public ImmutableArray<(string Server, CmdletCall Call)> Take()
    {
        lock (gate)
        {
            ImmutableArray<(string, CmdletCall)> taken = [.. calls];
            calls.Clear();
            return taken;
        }
    }
}
