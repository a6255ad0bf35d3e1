using PartnerTrust.Engines.Contract;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Session;

/// <summary>Runs operations, each until it ends, or its caller, <c>Cancel</c> or its timeout stops it.</summary>
internal sealed class OperationRunner(ProviderSession session)
{
    // No timer runs longer.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    /// <summary>On the engine of the session.</summary>
    public Task<T> RunAsync<T>(OperationRequest request, Func<Operation, Task<T>> work, CancellationToken caller) =>
        RunAsync(session.OpenEngineAsync, request, work, caller);

    /// <summary>On another engine, such as a copy of the trust.</summary>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, ValueTask<ITrustEngine>> openEngine,
        OperationRequest request,
        Func<Operation, Task<T>> work,
        CancellationToken caller)
    {
        var timeout = request.TimeoutSeconds > 0 && request.TimeoutSeconds < LongestTimeout.TotalSeconds
            ? TimeSpan.FromSeconds(request.TimeoutSeconds)
            : Timeout.InfiniteTimeSpan;
        using var deadline = new CancellationTokenSource(timeout, session.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(caller, session.Cancelled, deadline.Token);
        try
        {
            await using var line = new StatusLine(session.Link, request.Urn, request.Step, request.Secrets, session.Time);
            var engine = await openEngine(stop.Token);
            return await work(new Operation(session, engine, request, line, stop.Token));
        }
        catch (OperationCanceledException interruption)
        {
            var fault = deadline.IsCancellationRequested ? FaultCatalogue.OperationTimedOut(timeout) : FaultCatalogue.OperationCancelled();
            throw new FaultException(fault, interruption);
        }
        catch (FaultException refusal)
        {
            throw new FaultException(request.Secrets.Hide(refusal.Faults));
        }
    }
}
