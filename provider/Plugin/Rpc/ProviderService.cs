using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The resource provider service, over one session.</summary>
public sealed class ProviderService(ProviderSession session, Action cancelAnswered) : IDisposable
{
    private readonly SessionRpcs rpcs = new(session, cancelAnswered);

    /// <summary>Serves on loopback; port 0 lets the system choose.</summary>
    public Task<GrpcServer> StartAsync(int port, CancellationToken cancellationToken) => GrpcServer.StartAsync(
        OptionsFor(session.Environment, port, text => session.Secrets.OfSettings.Hide(text)),
        [ProviderMethods.Describe(() => rpcs, () => rpcs)],
        cancellationToken);

    public void Dispose() => rpcs.Dispose();

    internal static GrpcServerOptions OptionsFor(SessionEnvironment environment, int port, Func<string, string> hide) => new()
    {
        Port = port,
        Logs = environment.Logs,
        MapException = new RpcBoundary(environment.Logs.CreateLogger<RpcBoundary>(), hide).Map,
    };
}
