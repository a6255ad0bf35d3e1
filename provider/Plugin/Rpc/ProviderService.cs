using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Sharing;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The resource provider service, over one session, which ends with it.</summary>
public sealed class ProviderService : IAsyncDisposable
{
    private readonly SessionRpcs rpcs;
    private readonly ServiceTrace trace;

    /// <param name="environment">What is around it.</param>
    /// <param name="openEngine">Opens the engine that the configuration asks for.</param>
    /// <param name="cancelAnswered">Called when a <c>Cancel</c> was answered.</param>
    public ProviderService(SessionEnvironment environment, TrustEngineFactory openEngine, Action cancelAnswered)
    {
        trace = new ServiceTrace(environment, text => Session.Secrets.HideAll(text));
        rpcs = new SessionRpcs(new ProviderSession(environment, trace.Around(openEngine)), trace.WithFlush(cancelAnswered));
    }

    public ProviderSession Session => rpcs.Session;

    /// <summary>Serves on loopback; port 0 lets the system choose.</summary>
    public async Task<GrpcServer> StartAsync(int port, CancellationToken cancellationToken)
    {
        var server = await GrpcServer.StartAsync(
            OptionsFor(Session.Environment, port, text => Session.Secrets.OfSettings.Hide(text), trace),
            [ProviderMethods.Describe(() => rpcs, () => rpcs)],
            cancellationToken);
        var meetings = MeetingFolder.Default(Session.Environment.Variable);
        Session.MeetAt(new MachineMeetingPlace(meetings, server.Port, Session.Environment.Time));
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await rpcs.DisposeAsync();
        trace.Dispose();
    }

    internal static GrpcServerOptions OptionsFor(SessionEnvironment environment, int port, Func<string, string> hide, ServiceTrace trace) => new()
    {
        Port = port,
        Logs = environment.Logs,
        MapException = new RpcBoundary(environment.Logs.CreateLogger<RpcBoundary>(), hide).Map,
        BeginSpan = trace.Begin,
    };
}
