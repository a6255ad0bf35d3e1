using System.Collections.Concurrent;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Shadow;

namespace PartnerTrust.Plugin.Previews;

/// <summary>The trust as it will be when everything that was planned so far is done.</summary>
public sealed class PlannedTrust
{
    private static readonly PlanGap OfOthers = new(
        null,
        "another provider",
        "another provider of this stack, which is configured otherwise, plans for the same servers. "
        + "Give all resources one provider, or all providers the same settings.");

    private readonly ConcurrentQueue<PlanGap> gaps = new();
    private readonly ConcurrentDictionary<string, ToldVerdict> told = new(StringComparer.Ordinal);
    private int failures;

    internal PlannedTrust(ShadowEngine engine, ICommandPlanner? commands)
    {
        (Engine, Commands) = (engine, commands);
        Keys = new PlannedKeys(engine);
    }

    public ShadowEngine Engine { get; }

    /// <summary>Whether somebody who is configured otherwise plans for the same servers.</summary>
    internal Func<bool> IsContested { get; init; } = () => false;

    internal PlannedKeys Keys { get; }

    /// <summary>Null where no commands are run on servers.</summary>
    internal ICommandPlanner? Commands { get; }

    /// <summary>Whether the engine failed for the first time.</summary>
    internal bool IsFirstFailure() => Interlocked.Increment(ref failures) == 1;

    internal void Leave(PlanGap gap) => gaps.Enqueue(gap);

    /// <summary>The first gap on which a question about these servers turns; null when everything that it needs is known.</summary>
    /// <param name="servers">Fqdns.</param>
    internal PlanGap? GapBetween(params IEnumerable<string?> servers)
    {
        if (IsContested())
        {
            return OfOthers;
        }

        var named = servers.ToList();
        return gaps.FirstOrDefault(gap => gap.Server is null || named.Contains(gap.Server));
    }

    /// <summary>The first gap on which turns what a server publishes; null when that is known.</summary>
    /// <param name="server">Fqdn; null for a host that is none of the configured servers.</param>
    internal PlanGap? GapInDocumentOf(string? server) => IsContested() ? OfOthers : gaps.FirstOrDefault(gap =>
        gap.Server is null || (server is null ? gap.MayPublish : gap.ChangesDocument && gap.Server == server));

    internal void Remember(ToldVerdict verdict) => told[verdict.Urn] = verdict;

    /// <summary>What was said of checks that turn on a server.</summary>
    internal IEnumerable<ToldVerdict> ToldOf(string server) => told.Values.Where(verdict => verdict.Servers.Contains(server));
}
