using System.Collections.Concurrent;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Shadow;

namespace PartnerTrust.Plugin.Previews;

/// <summary>The trust as it will be when everything that was planned so far is done.</summary>
public sealed class PlannedTrust
{
    private readonly ConcurrentQueue<PlanGap> gaps = new();
    private int failures;

    internal PlannedTrust(ShadowEngine engine, ICommandPlanner? commands)
    {
        (Engine, Commands) = (engine, commands);
        Keys = new PlannedKeys(engine);
    }

    public ShadowEngine Engine { get; }

    internal PlannedKeys Keys { get; }

    /// <summary>Null where no commands are run on servers.</summary>
    internal ICommandPlanner? Commands { get; }

    /// <summary>Whether something was planned of which too little is known to apply it.</summary>
    internal bool HasGaps => !gaps.IsEmpty;

    /// <summary>Whether the engine failed for the first time.</summary>
    internal bool IsFirstFailure() => Interlocked.Increment(ref failures) == 1;

    internal void Leave(PlanGap gap) => gaps.Enqueue(gap);

    /// <summary>The first gap on which a question about these servers turns; null when everything that it needs is known. Without names
    /// the question is about all servers.</summary>
    internal PlanGap? GapBetween(params IEnumerable<string?> servers)
    {
        var named = servers.ToList();
        return gaps.FirstOrDefault(gap => gap.Server is null || named.Contains(null) || named.Contains(gap.Server));
    }
}
