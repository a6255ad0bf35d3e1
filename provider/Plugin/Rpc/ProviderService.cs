using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Sharing;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The resource provider service, over one session, which ends with it.</summary>
/// <param name="environment">What is around it.</param>
/// <param name="openEngine">Opens the engine that the configuration asks for.</param>
/// <param name="cancelAnswered">Called when a <c>Cancel</c> was answered.</param>
public sealed class ProviderService(SessionEnvironment environment, TrustEngineFactory openEngine, Action cancelAnswered) : IAsyncDisposable
{
    private readonly SessionRpcs rpcs = new(new ProviderSession(environment, openEngine), cancelAnswered);

    public ProviderSession Session => rpcs.Session;

    /// <summary>Serves on loopback; port 0 lets the system choose.</summary>
    public async Task<GrpcServer> StartAsync(int port, CancellationToken cancellationToken)
    {
        var server = await GrpcServer.StartAsync(
            OptionsFor(Session.Environment, port, text => Session.Secrets.OfSettings.Hide(text)),
            [ProviderMethods.Describe(() => rpcs, () => rpcs)],
            cancellationToken);
        var meetings = MeetingFolder.Default(Session.Environment.Variable);
        Session.MeetAt(new MachineMeetingPlace(meetings, server.Port, Session.Environment.Time));
        return server;
    }

    public ValueTask DisposeAsync() => rpcs.DisposeAsync();

    internal static GrpcServerOptions OptionsFor(SessionEnvironment environment, int port, Func<string, string> hide) => new()
    {
        Port = port,
        Logs = environment.Logs,
        MapException = new RpcBoundary(environment.Logs.CreateLogger<RpcBoundary>(), hide).Map,
    };
}
