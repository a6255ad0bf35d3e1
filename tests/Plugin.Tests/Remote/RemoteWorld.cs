using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Testing;

namespace PartnerTrust.Plugin.Tests.Remote;

/// <summary>The plugin over an engine that is no store: servers that publish by themselves, and are reached call by call.</summary>
internal sealed class RemoteWorld : IAsyncDisposable
{
    private readonly RemoteServers remote = new();

    public PluginUnderTest Plugin { get; private set; } = null!;

    /// <summary>The servers themselves, as those who run them see them.</summary>
    public MemoryEngine Servers => remote.Servers;

    public RemoteEngine Engine => remote.Engine;

    /// <param name="settings">Null for the usual servers with their mailbox.</param>
    public static async Task<RemoteWorld> StartAsync(PropertyMap? settings = null)
    {
        var world = new RemoteWorld();
        world.Plugin = await PluginUnderTest.StartAsync(world.remote.OpenAsync);
        await world.Plugin.ConfigureAsync(settings ?? PluginUnderTest.Servers);
        return world;
    }

    public ManagedResource Resource(string type, string name = "it") => new(Plugin, type, name);

    public async ValueTask DisposeAsync()
    {
        await Plugin.DisposeAsync();
        await remote.DisposeAsync();
    }
}
