using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Testing;

namespace PartnerTrust.Plugin.Tests.Remote;

/// <summary>The plugin over an engine that is no store: servers that publish by themselves, and are reached call by call.</summary>
internal sealed class RemoteWorld : IAsyncDisposable
{
    public PluginUnderTest Plugin { get; private set; } = null!;

    /// <summary>The servers themselves, as those who run them see them.</summary>
    public MemoryEngine Servers { get; private set; } = null!;

    public RemoteEngine Engine { get; private set; } = null!;

    /// <param name="settings">Null for the usual servers with their mailbox.</param>
    public static async Task<RemoteWorld> StartAsync(Protocol.Properties.PropertyMap? settings = null)
    {
        var world = new RemoteWorld();
        world.Plugin = await PluginUnderTest.StartAsync(world.OpenAsync);
        await world.Plugin.ConfigureAsync(settings ?? PluginUnderTest.Servers);
        return world;
    }

    public ManagedResource Resource(string type, string name = "it") => new(Plugin, type, name);

    public async ValueTask DisposeAsync()
    {
        await Plugin.DisposeAsync();
        if (Servers is { } opened)
        {
            await opened.DisposeAsync();
        }
    }

    private Task<ITrustEngine> OpenAsync(Installation installation, SessionEnvironment environment, CancellationToken cancellationToken)
    {
        Servers ??= MemoryEngine.Publishing([.. installation.Servers.Values], installation.Mailboxes, environment.Time, environment.MakeKey);
        Engine ??= new RemoteEngine(Servers, installation.Directory);
        return Task.FromResult<ITrustEngine>(Engine);
    }
}
