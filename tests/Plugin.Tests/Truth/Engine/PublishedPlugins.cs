using PartnerTrust.Deployment.Plugins;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>The plugin as it is published, a process for each provider resource.</summary>
internal sealed class PublishedPlugins : IPluginStarter
{
    public static string Binary { get; } = Path.Combine(
        Repository.Root, "bin", "pulumi-resource-partnertrust" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public TimeProvider Time => TimeProvider.System;

    public TimeSpan Drift => TimeSpan.FromMinutes(10);

    public bool Pass(TimeSpan time) => false;

    public async Task<IStartedPlugin> StartAsync(string engineAddress, string folder, CancellationToken cancellationToken) =>
        new Started(await PluginProcess.StartAsync(Binary, engineAddress, folder, [], cancellationToken));

    private sealed class Started : IStartedPlugin
    {
        private readonly PluginProcess process;
        private readonly GrpcChannel channel;

        public Started(PluginProcess process)
        {
            this.process = process;
            channel = new GrpcChannel($"127.0.0.1:{process.Port}");
            Client = new ResourceProviderClient(channel);
        }

        public ResourceProviderClient Client { get; }

        public async ValueTask DisposeAsync()
        {
            channel.Dispose();
            await process.DisposeAsync();
        }
    }
}
