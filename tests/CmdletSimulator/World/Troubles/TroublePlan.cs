using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.Troubles;

/// <summary>What is to go wrong, and when. Each trouble is met once, unless it is said to stay.</summary>
public sealed class TroublePlan
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    /// <summary>Befalls a coming call.</summary>
    /// <param name="cmdlet">Of which; <c>*</c> for any.</param>
    /// <param name="trouble">What.</param>
    /// <param name="nth">Which of the calls from now on, 1 for the next.</param>
    /// <param name="machine">On which machine; null for any.</param>
    public T Expect<T>(string cmdlet, T trouble, int nth = 1, string? machine = null)
        where T : Trouble => Add(cmdlet, trouble, nth, machine, stays: false);

    /// <summary>Befalls every call until <see cref="Clear"/>.</summary>
    public T Keep<T>(string cmdlet, T trouble, string? machine = null)
        where T : Trouble => Add(cmdlet, trouble, 1, machine, stays: true);

    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    internal Trouble? Take(PlayedCall call)
    {
        lock (gate)
        {
            Entry? met = null;
            foreach (var entry in entries.Where(entry => entry.Matches(call)).ToList())
            {
                if (--entry.Left <= 0 && met is null)
                {
                    met = entry;
                }
            }

            if (met is { Stays: false })
            {
                entries.Remove(met);
            }

            return met?.Trouble;
        }
    }

    private T Add<T>(string cmdlet, T trouble, int nth, string? machine, bool stays)
        where T : Trouble
    {
        lock (gate)
        {
            entries.Add(new Entry(cmdlet, trouble, machine, stays) { Left = nth });
        }

        return trouble;
    }

    private sealed class Entry(string cmdlet, Trouble trouble, string? machine, bool stays)
    {
        public Trouble Trouble { get; } = trouble;

        public bool Stays { get; } = stays;

        public int Left { get; set; }

        public bool Matches(PlayedCall call) =>
            (cmdlet == "*" || cmdlet.Equals(call.Cmdlet, StringComparison.OrdinalIgnoreCase))
            && (machine is null || machine.Equals(call.Machine, StringComparison.OrdinalIgnoreCase));
    }
}
