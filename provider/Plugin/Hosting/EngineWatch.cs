namespace PartnerTrust.Plugin.Hosting;

/// <summary>Notices that the engine that started the plugin has left it, or is gone, however early it went. The parent alone does not tell: it may
/// have gone before the first look, it may be a shell between engine and plugin that lives longer or shorter than the engine, and in a container
/// the engine itself may be the process that takes in orphans. The engine's address does not lie: the engine listens there until it ends. But it
/// must not end a plugin that someone tries out with an address at which there never was an engine.</summary>
/// <param name="parent">Who started the plugin.</param>
/// <param name="look">Asks the engine's address.</param>
/// <param name="calls">How many calls the plugin has had, and how many it is answering now.</param>
/// <param name="isDismissed">Whether the plugin was cancelled and left. The signal that follows need not arrive: that interrupts are
/// ignored is inherited.</param>
/// <param name="time">The clock.</param>
internal sealed class EngineWatch(
    IParent parent, Func<CancellationToken, Task<EngineSign>> look, Func<(bool Any, bool Now)> calls, Func<bool> isDismissed, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // The engine gives a plugin ten seconds to be ready.
    private static readonly TimeSpan LatestFirstCall = TimeSpan.FromSeconds(30);

    // A parent that lives speaks for the engine.
    private const int LooksPastAParent = 5;

    private readonly long start = time.GetTimestamp();
    private bool wasThere;

    /// <summary>Returns when the engine is gone or has left.</summary>
    public async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var tick = 0;
        while (!isDismissed() && !await IsGoneAsync(tick++, cancellationToken))
        {
            // A timer that nobody holds any more ticks no more: a loop that went on would never wait again.
            if (!await timer.WaitForNextTickAsync(cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Whether nobody is there whom a signal would interrupt.</summary>
    public async Task<bool> IsAbsentAsync(CancellationToken cancellationToken) => await look(cancellationToken) == EngineSign.Refuses;

    private async Task<bool> IsGoneAsync(int tick, CancellationToken cancellationToken)
    {
        var orphaned = parent.IsGone;
        if (!orphaned && tick % LooksPastAParent > 0)
        {
            return false;
        }

        var sign = await look(cancellationToken);
        wasThere |= sign == EngineSign.Answers;
        if (sign != EngineSign.Refuses)
        {
            return false;
        }

        return orphaned || (calls() is { Now: false } had && (wasThere || (!had.Any && time.GetElapsedTime(start) > LatestFirstCall)));
    }
}
