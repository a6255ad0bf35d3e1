using PartnerTrust.Emulator.Backend;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Makes a connectivity check as the calling server does (domain.md 6.1): over the network, with tokens of its own.</summary>
/// <param name="backend">What the caller has.</param>
/// <param name="keys">What it signs with.</param>
/// <param name="preparation">Who it is.</param>
/// <param name="tools">What it reaches others with.</param>
/// <param name="troubles">Tells of an engine that fails meanwhile.</param>
/// <param name="time">The clock against which those of others are held.</param>
internal sealed class ConnectivityCaller(
    IHostBackend backend, ISigningKeys keys, ICheckPreparation preparation, CallerTools tools, EngineTroubles troubles, TimeProvider time)
{
    public async Task<ConnectivityReport> CheckAsync(ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var trace = new CheckTrace(progress);
        using var watch = troubles.Begin();
        try
        {
            var caller = await trace.TakeAsync(CallSteps.Question, $"{request.Server} prepares to call", async () =>
            {
                var prepared = await preparation.PrepareAsync(request, cancellationToken);
                return (prepared, prepared.Way.Description);
            });
            var tokens = new TokenSource(backend, keys, tools, caller);
            var calls = new ServiceCalls(tools.Network, tools.Refusals, time);
            await new CheckRun(caller, tokens, calls, backend.RunningChecks, trace).RunAsync(cancellationToken);
        }
        catch (CheckTrace.CheckEnded) when (watch.Met is { } trouble)
        {
            throw new FaultException(trouble.Faults);
        }
        catch (CheckTrace.CheckEnded)
        {
        }

        return trace.Report;
    }
}
