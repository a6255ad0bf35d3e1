using System.Collections.Concurrent;

namespace PartnerTrust.Plugin.Plans;

/// <summary>What a whole update would run, collected while its preview goes on. A preview has a process, or a session, for each provider
/// resource; all of them tell one plan.</summary>
public sealed class UpdatePlan
{
    private readonly ConcurrentQueue<PlannedStep> steps = new();

    /// <summary>Called with each step as it is planned.</summary>
    public event Action<PlannedStep>? Planned;

    /// <summary>In the order in which they were planned.</summary>
    public IReadOnlyCollection<PlannedStep> Steps => steps;

    public void Add(PlannedStep step)
    {
        steps.Enqueue(step);
        Planned?.Invoke(step);
    }
}
