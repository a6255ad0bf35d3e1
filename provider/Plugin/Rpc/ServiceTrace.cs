using System.Diagnostics;
using PartnerTrust.Engines.Tracing;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tracing;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The trace of one service, where somebody wants to have one; else nothing is put around anything.</summary>
/// <param name="environment">Says whether there is somebody.</param>
/// <param name="hide">Takes out what nobody may see.</param>
internal sealed class ServiceTrace(SessionEnvironment environment, Func<string, string> hide) : IDisposable
{
    private readonly RunTrace? run = RunTrace.Open(environment.Logs, environment.Variable, PluginVersion.Text, hide);

    public Func<IncomingCall, Activity?>? Begin => run is null ? null : run.Begin;

    /// <summary>Engines whose calls are spans.</summary>
    public TrustEngineFactory Around(TrustEngineFactory openEngine) => run is null
        ? openEngine
        : async (installation, surroundings, cancellationToken) =>
            new TracedEngine(await openEngine(installation, surroundings, cancellationToken));

    /// <summary>After a <c>Cancel</c> the plugin may be killed.</summary>
    public Action WithFlush(Action cancelAnswered) => run is null
        ? cancelAnswered
        : () =>
        {
            cancelAnswered();
            run.Flush();
        };

    public void Dispose() => run?.Dispose();
}
