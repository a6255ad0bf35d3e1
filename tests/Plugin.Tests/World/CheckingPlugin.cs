using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>The plugin as far as it checks and compares: its own handlers over the real embedded engine, and no server.</summary>
internal sealed class CheckingPlugin : IAsyncDisposable
{
    private readonly SessionRpcs rpcs;

    private CheckingPlugin(string folder, SessionRpcs rpcs)
    {
        (Folder, this.rpcs) = (folder, rpcs);
        Client = new ResourceProviderClient(new HandlerCaller(rpcs));
    }

    public string Folder { get; }

    public ResourceProviderClient Client { get; }

    public static CheckingPlugin Start(string? folder = null, Func<string, string?>? environment = null)
    {
        folder ??= Folders.Make("plugin");
        var time = new FakeTimeProvider(PluginUnderTest.Beginning);
        var around = new SessionEnvironment(PackageSchema.BuiltIn, time, NullLoggerFactory.Instance, environment ?? (_ => null), folder);
        return new CheckingPlugin(folder, new SessionRpcs(new ProviderSession(around, EngineOpening.OpenAsync), () => { }));
    }

    public static async Task<CheckingPlugin> StartConfiguredAsync()
    {
        var plugin = Start();
        await plugin.ConfigureAsync(PluginUnderTest.Servers);
        return plugin;
    }

    public ManagedResource Resource(string type) => new(Client, type);

    public Task<ConfigureResponse> ConfigureAsync(PropertyMap settings) =>
        Client.ConfigureAsync(PluginUnderTest.Configuring(settings), CancellationToken.None);

    public ValueTask DisposeAsync() => rpcs.DisposeAsync();
}
