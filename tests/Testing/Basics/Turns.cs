namespace PartnerTrust.Testing.Basics;

/// <summary>What waits goes on here and now, and nowhere else: what one step of a test brings about is over before the next one.</summary>
public sealed class Turns : SynchronizationContext
{
    private readonly Queue<Action> waiting = new();

    public override void Post(SendOrPostCallback d, object? state) => waiting.Enqueue(() => d(state));

    /// <summary>Does it, and whatever goes on because of it.</summary>
    public void Run(Action act) => Run(() =>
    {
        act();
        return Task.CompletedTask;
    });

    public Task Run(Func<Task> begin)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var begun = begin();
            while (waiting.TryDequeue(out var next))
            {
                next();
            }

            return begun;
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
