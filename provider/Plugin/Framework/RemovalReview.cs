using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Consequences;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>What a deletion stops, seen before it is done: deletions come when the program and its checks are through, and no preview tells the
/// provider of them.</summary>
/// <remarks>The deletions of a run are done to one copy of the trust, one after the other, so that each direction is told of once, and each server
/// read once.</remarks>
internal sealed class RemovalReview(ProviderSession session) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Rehearsals rehearsals = new(session);
    private volatile Copy? copy;

    /// <summary>Something else is done to the servers, or a deletion was not: what was copied is not what is there. A review that goes on keeps its
    /// own.</summary>
    public void Forget() => copy = null;

    /// <summary>Warns of what the deletion stops.</summary>
    /// <exception cref="FaultException">It stops something, and <c>protectLastDirection</c> keeps that.</exception>
    public async Task PassAsync(ResourceType type, ResourceLookup lookup, Operation operation)
    {
        var isProtected = session.Installation.ProtectsLastDirection;
        if (session.Installation.Proof == PreviewProof.Off && !isProtected)
        {
            return;
        }

        await turn.WaitAsync(operation.CancellationToken);
        try
        {
            var stopped = await ForeseeAsync(type, lookup, operation);
            if (isProtected && !stopped.IsEmpty)
            {
                throw new FaultException([.. stopped.Select(direction => FaultCatalogue.LastDirectionKept(
                    direction.Direction.From.Fqdn, direction.Direction.To.Fqdn, direction.Kind, direction.Refusal, direction.Features))]);
            }

            foreach (var direction in stopped)
            {
                await operation.WarnAsync(FaultCatalogue.DirectionStopped(
                    direction.Direction.From.Fqdn, direction.Direction.To.Fqdn, direction.Kind, direction.Refusal, direction.Features));
            }
        }
        catch (FaultException)
        {
            Forget();
            if (isProtected)
            {
                throw;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        copy?.Calls.Dispose();
        turn.Dispose();
    }

    private async Task<ImmutableArray<StoppedDirection>> ForeseeAsync(ResourceType type, ResourceLookup lookup, Operation operation)
    {
        if (rehearsals.ServerOf(type, lookup) is not { } server)
        {
            return [];
        }

        var (trust, calls) = copy ??= Take(operation.Engine);
        await rehearsals.DeleteAsync(type, operation.Urn, lookup, trust, operation.CancellationToken);
        await calls.FollowAsync(operation.Urn, server, operation.CancellationToken);
        return [.. StoppedDirection.Among(calls.Calls).Where(direction => direction.Stop.Urn == operation.Urn)];
    }

    private Copy Take(ITrustEngine engine)
    {
        var installation = session.Installation;
        var trust = ShadowEngine.Over(engine, new ShadowOptions([.. installation.Servers.Values], installation.Mailboxes), session.Time);
        return new Copy(trust, new CallWatch(trust, installation, session.Time));
    }

    private sealed record Copy(ShadowEngine Trust, CallWatch Calls);
}
