using System.Collections.Concurrent;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Consequences;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Previews;

/// <summary>The trust as it will be when everything that was planned so far is done.</summary>
public sealed class PlannedTrust : IDisposable
{
    private static readonly PlanGap OfOthers = new(
        null,
        "another provider",
        "another provider of this stack, which is configured otherwise, plans for the same servers. "
        + "Give all resources one provider, or all providers the same settings.");

    private readonly ConcurrentQueue<PlanGap> gaps = new();
    private readonly ConcurrentDictionary<string, ToldVerdict> told = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Urn, Server Server)> changes = new();
    private readonly Installation installation;
    private int failures;
    private int underWay;

    internal PlannedTrust(ShadowEngine engine, ICommandPlanner? commands, Installation installation, TimeProvider time)
    {
        (Engine, Commands, this.installation) = (engine, commands, installation);
        Keys = new PlannedKeys(engine);
        Calls = new CallWatch(engine, installation, time);
    }

    public ShadowEngine Engine { get; }

    /// <summary>Whether somebody who is configured otherwise plans for the same servers.</summary>
    internal Func<bool> IsContested { get; init; } = () => false;

    internal PlannedKeys Keys { get; }

    /// <summary>What the plan makes of the calls that work.</summary>
    internal CallWatch Calls { get; }

    /// <summary>Whether an operation is just being planned.</summary>
    internal bool IsUnderWay => Volatile.Read(ref underWay) > 0;

    /// <summary>Null where no commands are run on servers.</summary>
    internal ICommandPlanner? Commands { get; }

    /// <summary>An operation is planned until what this answers is disposed.</summary>
    internal IDisposable Begin() => new UnderWay(this);

    /// <summary>Whether the engine failed for the first time.</summary>
    internal bool IsFirstFailure() => Interlocked.Increment(ref failures) == 1;

    internal void Leave(PlanGap gap) => gaps.Enqueue(gap);

    /// <summary>Whether anything is left open.</summary>
    internal bool HasGaps => IsContested() || !gaps.IsEmpty;

    /// <summary>The first gap on which a question about these servers turns; null when everything that it needs is known.</summary>
    /// <param name="servers">Fqdns.</param>
    internal PlanGap? GapBetween(params IEnumerable<string?> servers)
    {
        var named = servers.ToList();
        return First(gap => gap.Server is null || named.Contains(gap.Server));
    }

    /// <summary>The first gap on which turns what a server takes, or keeps of others; null when all is known.</summary>
    /// <param name="server">Fqdn; null while that is not known.</param>
    internal PlanGap? GapInRecordsOf(string? server) => First(gap => gap.Server is null || (gap.Server == server && gap.OnlyCallsTo is null));

    /// <summary>The first gap on which a call turns; null when everything that it needs is known.</summary>
    /// <param name="reached">Fqdns of the servers that it comes to, the caller first.</param>
    /// <param name="receiver">Fqdn of whom it is for; null for an Exchange server.</param>
    internal PlanGap? GapOfCall(IReadOnlyList<string> reached, string? receiver)
    {
        var product = receiver is null ? ServerProduct.ExchangeServer : installation.Find(receiver)?.Product;
        return First(gap => gap.Concerns(reached, product));
    }

    /// <summary>The first gap on which turns what a server publishes; null when that is known.</summary>
    /// <param name="server">Fqdn; null for a host that is none of the configured servers.</param>
    internal PlanGap? GapInDocumentOf(string? server) => First(gap =>
        gap.Server is null || (server is null ? gap.MayPublish : gap.ChangesDocument && gap.Server == server));

    /// <summary>An operation was applied.</summary>
    /// <param name="urn">Its resource.</param>
    /// <param name="server">The server that it changed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal Task FollowAsync(string urn, Server server, CancellationToken cancellationToken)
    {
        changes.Enqueue((urn, server));
        return Calls.FollowAsync(urn, server, cancellationToken);
    }

    /// <summary>The certificates that were bound, or staged.</summary>
    internal IEnumerable<(string Urn, Server Server)> Bindings =>
        changes.Where(change => PackageTokens.IsCertificateBinding(change.Urn)).Distinct();

    internal void Remember(ToldVerdict verdict) => told[verdict.Urn] = verdict;

    /// <summary>What was said of checks that turn on a server.</summary>
    internal IEnumerable<ToldVerdict> ToldOf(string server) => told.Values.Where(verdict => verdict.Servers.Contains(server));

    /// <summary>All that was said of checks, as it is by now.</summary>
    internal IReadOnlyCollection<ToldVerdict> Told => [.. told.Values];

    public void Dispose() => Calls.Dispose();

    private PlanGap? First(Func<PlanGap, bool> isOfTheQuestion) => IsContested() ? OfOthers : gaps.FirstOrDefault(isOfTheQuestion);

    private sealed class UnderWay : IDisposable
    {
        private readonly PlannedTrust planned;

        public UnderWay(PlannedTrust planned)
        {
            this.planned = planned;
            Interlocked.Increment(ref planned.underWay);
        }

        public void Dispose() => Interlocked.Decrement(ref planned.underWay);
    }
}
