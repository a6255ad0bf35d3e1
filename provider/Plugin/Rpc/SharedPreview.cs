using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Sharing;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The part of this session in a preview that several serve: what belongs to a plan is answered by the one that plans for all, so that each
/// planned operation finds what the others have planned. Real operations are each session's own.</summary>
internal sealed class SharedPreview(ProgramRun run, ResourceRpc resources, FunctionRpc functions) : IPreviewLeader, IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock gate = new();
    private readonly List<CheckRequest> checks = [];
    private volatile Seat? seat;

    public async Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        if (await FindLeaderAsync(mayLead: false, cancellationToken) is not { } leader)
        {
            Keep(request);
            return await resources.CheckAsync(request, cancellationToken);
        }

        return await AskAsync(() => leader.CheckAsync(request, cancellationToken), () => resources.CheckAsync(request, cancellationToken));
    }

    public async Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        await FindLeaderAsync(mayLead: false, cancellationToken) is { } leader
            ? await AskAsync(() => leader.DiffAsync(request, cancellationToken), () => resources.DiffAsync(request, cancellationToken))
            : await resources.DiffAsync(request, cancellationToken);

    public async Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        if (await LeaderOfAsync(request.Preview, cancellationToken) is { } leader)
        {
            return await AskAsync(() => leader.CreateAsync(request, cancellationToken), () => resources.CreateAsync(request, cancellationToken));
        }

        return await resources.CreateAsync(request, cancellationToken);
    }

    public async Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken)
    {
        if (await LeaderOfAsync(request.Preview, cancellationToken) is { } leader)
        {
            return await AskAsync(() => leader.UpdateAsync(request, cancellationToken), () => resources.UpdateAsync(request, cancellationToken));
        }

        return await resources.UpdateAsync(request, cancellationToken);
    }

    public Task<Empty> DeleteAsync(DeleteRequest request, CancellationToken cancellationToken)
    {
        Leave();
        return resources.DeleteAsync(request, cancellationToken);
    }

    public async Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        request.Preview && await FindLeaderAsync(mayLead: false, cancellationToken) is { } leader
            ? await AskAsync(() => leader.InvokeAsync(request, cancellationToken), () => functions.InvokeAsync(request, cancellationToken))
            : await functions.InvokeAsync(request, cancellationToken);

    /// <summary>A real operation comes, or other settings: the preview is over.</summary>
    public void Leave()
    {
        lock (gate)
        {
            seat?.Dispose();
            seat = null;
            checks.Clear();
        }
    }

    public void Dispose()
    {
        Leave();
        turn.Dispose();
    }

    /// <summary>For who will lead, while nobody does.</summary>
    private void Keep(CheckRequest request)
    {
        if (seat is null && run.Session.Meeting is not null)
        {
            lock (gate)
            {
                checks.Add(request);
            }
        }
    }

    private async Task<IPreviewLeader?> LeaderOfAsync(bool isPreview, CancellationToken cancellationToken)
    {
        if (isPreview)
        {
            return await FindLeaderAsync(mayLead: true, cancellationToken);
        }

        Leave();
        return null;
    }

    /// <summary>Who plans for all; null for this session, and where nobody does yet.</summary>
    /// <param name="mayLead">Whether this session takes the first seat where nobody has it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private async Task<IPreviewLeader?> FindLeaderAsync(bool mayLead, CancellationToken cancellationToken)
    {
        if (seat is { } taken)
        {
            return taken.Leader;
        }

        if (run.Session.Meeting is not { } meeting || run.Session.Environment.Meetings is not { } place || (!mayLead && !place.MayHaveLeader(meeting)))
        {
            return null;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            seat ??= await place.TakeAsync(meeting, this, mayLead, cancellationToken);
            run.Preview.IsContested = () => seat is { IsContested: true };
            if (seat?.Leader is { } leader)
            {
                await HandOverAsync(leader, cancellationToken);
            }

            return seat?.Leader;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What the program has declared here before there was anything to plan.</summary>
    private async Task HandOverAsync(IPreviewLeader leader, CancellationToken cancellationToken)
    {
        CheckRequest[] kept;
        lock (gate)
        {
            kept = [.. checks];
            checks.Clear();
        }

        foreach (var request in kept)
        {
            await AskAsync(() => leader.CheckAsync(request, cancellationToken), () => Task.FromResult(new CheckResponse()));
        }
    }

    /// <summary>Where the leader is gone, what it planned is gone with it: from then on nothing can be told for sure.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> ask, Func<Task<T>> answerAlone)
        where T : IMessage<T>
    {
        try
        {
            return await ask();
        }
        catch (RpcException gone) when (gone.StatusCode == StatusCode.Unavailable)
        {
            lock (gate)
            {
                seat?.Dispose();
                seat = new Seat.Contested();
            }

            return await answerAlone();
        }
    }
}
