using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Consequences;

/// <summary>Follows, over a copy of the trust, what operations make of all calls that worked before them.</summary>
/// <param name="engine">The copy to which they are done.</param>
/// <param name="installation">Who may call whom.</param>
/// <param name="time">When.</param>
internal sealed class CallWatch(ShadowEngine engine, Installation installation, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, bool> readable = new(StringComparer.Ordinal);
    private readonly TrustQuestions before = new(engine.Found, engine.Mailboxes, installation.Directory, time) { Signs = false };
    private readonly TrustQuestions now = new(engine, installation.Directory, time) { Signs = false };

    /// <summary>All calls. What is read of them while operations run may be of yesterday.</summary>
    public ImmutableArray<WatchedCall> Calls { get; } = [.. DirectionCall.AllOf(installation).Select(call => new WatchedCall(call))];

    /// <summary>An operation was done to the copy.</summary>
    /// <param name="urn">Its resource.</param>
    /// <param name="server">Which server it changed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task FollowAsync(string urn, Server server, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var watched in Calls.Where(watched => watched.Call.Direction.TurnsOn(server)))
            {
                await FollowAsync(watched, urn, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What the call meets at a time by what was done so far; null where that cannot be read.</summary>
    public Task<TrustVerdict?> AskAsync(DirectionCall call, DateTimeOffset at, CancellationToken cancellationToken) =>
        AskAsync(now, call, at, cancellationToken);

    public void Dispose() => turn.Dispose();

    private async Task FollowAsync(WatchedCall watched, string urn, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        watched.Worked ??= (await AskAsync(before, watched.Call, at, cancellationToken))?.Accepted;
        if (watched.Worked is true && await AskAsync(now, watched.Call, at, cancellationToken) is { } verdict)
        {
            watched.Meet(urn, verdict.Refusal);
        }
    }

    private async Task<TrustVerdict?> AskAsync(TrustQuestions questions, DirectionCall call, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var needed = installation.Servers.Values.Where(server => server.Product == ServerProduct.TokenServer)
            .Append(call.Direction.From).Append(call.Direction.To);
        foreach (var server in needed)
        {
            if (!await IsReadableAsync(server, cancellationToken))
            {
                return null;
            }
        }

        return await questions.ExplainAsync(call.At(at), Silence.Instance, cancellationToken);
    }

    /// <summary>Whether the server can be read at all. One that cannot is asked once: an attempt may take as long as the network allows.</summary>
    private async Task<bool> IsReadableAsync(Server server, CancellationToken cancellationToken)
    {
        if (readable.TryGetValue(server.Fqdn, out var known))
        {
            return known;
        }

        try
        {
            await engine.Found.ReadAsync(new ServerQuery(server.Fqdn, ServerParts.All), Silence.Instance, cancellationToken);
            return readable[server.Fqdn] = true;
        }
        catch (FaultException)
        {
            return readable[server.Fqdn] = false;
        }
    }
}
