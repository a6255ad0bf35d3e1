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
    private readonly PreviewEnd end = new(run);
    private readonly Lock gate = new();
    private readonly List<CheckRequest> checks = [];
    private readonly List<DiffRequest> comparisons = [];
    private volatile Seat? seat;

    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => AnswerAsync(
        leader => leader.CheckAsync(request, cancellationToken),
        () =>
        {
            Keep(checks, request);
            return resources.CheckAsync(request, cancellationToken);
        },
        mayLead: false,
        cancellationToken);

    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) => AnswerAsync(
        leader => leader.DiffAsync(request, cancellationToken),
        () =>
        {
            Keep(comparisons, request);
            return resources.DiffAsync(request, cancellationToken);
        },
        mayLead: false,
        cancellationToken);

    public Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken) => request.Preview
        ? AnswerAsync(
            leader => leader.CreateAsync(request, cancellationToken),
            () => resources.CreateAsync(request, cancellationToken),
            mayLead: true,
            cancellationToken)
        : AloneAsync(() => resources.CreateAsync(request, cancellationToken));

    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) => request.Preview
        ? AnswerAsync(
            leader => leader.UpdateAsync(request, cancellationToken),
            () => resources.UpdateAsync(request, cancellationToken),
            mayLead: true,
            cancellationToken)
        : AloneAsync(() => resources.UpdateAsync(request, cancellationToken));

    public Task<Empty> DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) =>
        AloneAsync(() => resources.DeleteAsync(request, cancellationToken));

    /// <summary>A preview's answers are of the plan, which begins with the first of them as with the first planned operation.</summary>
    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) => request.Preview
        ? AnswerAsync(
            leader => leader.InvokeAsync(request, cancellationToken),
            () => functions.InvokeAsync(request, cancellationToken),
            mayLead: true,
            cancellationToken)
        : functions.InvokeAsync(request, cancellationToken);

    /// <summary>The preview ends. What was compared here while nobody planned is still to be told to who did, who tells of the whole.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (seat is null && comparisons.Count > 0 ? FindLeaderAsync(mayLead: false, cancellationToken) : Task.CompletedTask);
        }
        catch (Exception ended) when (ended is RpcException or OperationCanceledException)
        {
            // Who planned for all has ended before: it has told already what it knows.
        }

        await end.TellAsync(mayBegin: seat?.Leader is null, cancellationToken);
    }

    /// <summary>A real operation comes, or other settings: the preview is over.</summary>
    public void Leave()
    {
        lock (gate)
        {
            seat?.Dispose();
            seat = null;
            checks.Clear();
            comparisons.Clear();
        }
    }

    public void Dispose()
    {
        Leave();
        turn.Dispose();
    }

    /// <summary>For who will lead, while nobody does.</summary>
    private void Keep<T>(List<T> kept, T request)
    {
        if (seat is null && run.Session.Meeting is not null)
        {
            lock (gate)
            {
                kept.Add(request);
            }
        }
    }

    private Task<T> AloneAsync<T>(Func<Task<T>> answer)
    {
        Leave();
        return answer();
    }

    private async Task<T> AnswerAsync<T>(
        Func<IPreviewLeader, Task<T>> ask, Func<Task<T>> answerAlone, bool mayLead, CancellationToken cancellationToken)
        where T : IMessage<T> =>
        await FindLeaderAsync(mayLead, cancellationToken) is { } leader ? await AskAsync(() => ask(leader), answerAlone) : await answerAlone();

    /// <summary>Who plans for all; null for this session, and where nobody does yet.</summary>
    /// <param name="mayLead">Whether this session takes the first seat where nobody has it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private async Task<IPreviewLeader?> FindLeaderAsync(bool mayLead, CancellationToken cancellationToken)
    {
        if (seat is { } taken)
        {
            return taken.Leader;
        }

        if (run.Session.Meeting is not { } meeting || run.Session.Environment.Meetings is not { } place
            || (!mayLead && !place.MayHaveLeader(meeting)))
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
        CheckRequest[] keptChecks;
        DiffRequest[] keptComparisons;
        lock (gate)
        {
            (keptChecks, keptComparisons) = ([.. checks], [.. comparisons]);
            checks.Clear();
            comparisons.Clear();
        }

        foreach (var request in keptChecks)
        {
            await AskAsync(() => leader.CheckAsync(request, cancellationToken), () => Task.FromResult(new CheckResponse()));
        }

        foreach (var request in keptComparisons)
        {
            await HandOverAsync(leader, request, cancellationToken);
        }
    }

    /// <summary>What the leader refuses has been refused here, to whoever asked.</summary>
    private async Task HandOverAsync(IPreviewLeader leader, DiffRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(() => leader.DiffAsync(request, cancellationToken), () => Task.FromResult(new DiffResponse()));
        }
        catch (RpcException refusal) when (refusal.StatusCode != StatusCode.Cancelled)
        {
            return;
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
