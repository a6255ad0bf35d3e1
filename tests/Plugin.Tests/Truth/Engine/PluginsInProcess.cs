using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>The same service over real sockets, each with a session of its own, where a debugger reaches it.</summary>
internal sealed class PluginsInProcess : IPluginStarter
{
    private readonly FakeTimeProvider time = new(PluginUnderTest.Beginning);

    public TimeProvider Time => time;

    public TimeSpan Drift => TimeSpan.Zero;

    public bool Pass(TimeSpan passing)
    {
        time.Advance(passing);
        return true;
    }

    public async Task<IStartedPlugin> StartAsync(string engineAddress, string folder, CancellationToken cancellationToken)
    {
        var around = new SessionEnvironment(PackageSchema.BuiltIn, time, NullLoggerFactory.Instance, _ => null, folder) { MakeKey = KeyPool.Next };
        var service = new ProviderService(around, EngineOpening.OpenAsync, () => { });
        return new Started(service, await service.StartAsync(0, cancellationToken));
    }

    private sealed class Started : IStartedPlugin
    {
        private readonly ProviderService service;
        private readonly GrpcServer server;
        private readonly GrpcChannel channel;

        public Started(ProviderService service, GrpcServer server)
        {
            (this.service, this.server) = (service, server);
            channel = new GrpcChannel($"127.0.0.1:{server.Port}");
            Client = new ResourceProviderClient(channel);
        }

        public ResourceProviderClient Client { get; }

        public async ValueTask DisposeAsync()
        {
            channel.Dispose();
            await server.DisposeAsync();
            await service.DisposeAsync();
        }
    }
}
