using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Testing;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>The plugin over servers on one of the engines, and their operator.</summary>
internal sealed class ServersUnderTest : IAsyncDisposable
{
    private readonly FarServers? remote;

    private ServersUnderTest(PluginUnderTest plugin, FarServers? remote)
    {
        (Plugin, this.remote) = (plugin, remote);
        Operator = remote ?? (IOperatorActions)new LabOperator(plugin.DataDirectory, plugin.Time);
    }

    public static TheoryData<EngineKind> Kinds => [EngineKind.Embedded, EngineKind.Remote, EngineKind.PowerShell];

    public PluginUnderTest Plugin { get; }

    public IOperatorActions Operator { get; }

    public EngineKind Kind { get; private init; }

    public static async Task<ServersUnderTest> StartAsync(EngineKind kind)
    {
        var remote = FarServers.Of(kind);
        return new ServersUnderTest(
            await PluginUnderTest.StartConfiguredAsync(remote is null ? null : new TrustEngineFactory(remote.OpenAsync)), remote)
        {
            Kind = kind,
        };
    }

    /// <summary>What the servers hold, as whoever looks reads it.</summary>
    public async Task<T> ReadAsync<T>(Func<IServerReader, Task<T>> look)
    {
        if (remote is not null)
        {
            return await look(remote.Way.Reader);
        }

        await using var lab = await EmbeddedLab.OpenAsync(Plugin.DataDirectory, Plugin.Time, NullLoggerFactory.Instance, CancellationToken.None);
        var options = new EmbeddedOptions([.. lab.Servers], lab.Mailboxes, Plugin.DataDirectory);
        await using var engine = EmbeddedEngine.Open(options, lab.Time, NullLoggerFactory.Instance);
        return await look(engine.Reader);
    }

    /// <summary>From now on nothing is answered at the URL.</summary>
    public Task StopPublishingAsync(string server, string url) => remote is null
        ? Plugin.DeleteBehindAsync("AuthMetadataEndpoint", url)
        : remote.Servers.WithdrawMetadataAsync(server, new Uri(url), CancellationToken.None);

    public ManagedResource Resource(string type, string name = "it") => new(Plugin, type, name);

    public async ValueTask DisposeAsync()
    {
        await Plugin.DisposeAsync();
        if (remote is not null)
        {
            await remote.DisposeAsync();
        }
    }
}
