using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>The real service over the real embedded engine, called over a real socket; the clock and the engine's ears are ours.</summary>
internal sealed class PluginUnderTest : IAsyncDisposable
{
    public const string Lync = Litware.Lync;
    public const string SecondLync = Litware.SecondLync;
    public const string Exchange = Litware.Exchange;
    public const string SipUri = Litware.Ken;

    public static readonly DateTimeOffset Beginning = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly ProviderService service;
    private readonly GrpcServer server;
    private readonly GrpcChannel channel;

    private PluginUnderTest(
        FakeTimeProvider time, RecordingEngine engine, string folder, ProviderService service, GrpcServer server)
    {
        (Time, Engine, Folder, this.service, this.server) = (time, engine, folder, service, server);
        channel = new GrpcChannel($"127.0.0.1:{server.Port}");
        Client = new ResourceProviderClient(channel);
    }

    public int Port => server.Port;

    public FakeTimeProvider Time { get; }

    public RecordingEngine Engine { get; }

    public string Folder { get; }

    /// <summary>Whether the engine has started others, too, and goes with none of them.</summary>
    private bool SharesEngine { get; init; }

    public string DataDirectory => Path.Combine(Folder, ".partnertrust", "dev");

    public ResourceProviderClient Client { get; }

    /// <summary>The servers that the settings name.</summary>
    public IEnumerable<Server> Configured => service.Session.Installation.Servers.Values;

    public static PropertyMap Servers { get; } = PropertyMap.Of(
        ("servers", ListValue.Of(
        [
            PropertyMap.Of(("fqdn", Lync), ("product", "LyncServer")),
            PropertyMap.Of(("fqdn", SecondLync), ("product", "LyncServer"), ("deployment", SecondLync)),
            PropertyMap.Of(("fqdn", Exchange), ("product", "ExchangeServer")),
            PropertyMap.Of(("fqdn", Litware.SharePoint), ("product", "SharePointServer"), ("realm", Litware.Realm)),
            PropertyMap.Of(("fqdn", Litware.TokenServer), ("product", "TokenServer")),
        ])),
        ("mailboxes", ListValue.Of(
        [
            PropertyMap.Of(("sipUri", SipUri), ("smtpAddress", Litware.KenSmtp), ("server", Exchange)),
        ])));

    public static async Task<PluginUnderTest> StartAsync(
        TrustEngineFactory? engineFactory = null,
        string? folder = null,
        Func<string, string?>? environment = null,
        FakeTimeProvider? clock = null,
        RecordingEngine? startedBy = null,
        ILoggerFactory? logs = null)
    {
        var time = clock ?? new FakeTimeProvider(Beginning);
        var engine = startedBy ?? await RecordingEngine.StartAsync();
        folder ??= Folders.Make("plugin");
        var around = new SessionEnvironment(PackageSchema.BuiltIn, time, logs ?? NullLoggerFactory.Instance, environment ?? (_ => null), folder)
        {
            MakeKey = KeyPool.Next,
        };
        var service = new ProviderService(around, engineFactory ?? EngineOpening.OpenAsync, () => { });
        var server = await service.StartAsync(0, CancellationToken.None);
        var plugin = new PluginUnderTest(time, engine, folder, service, server) { SharesEngine = startedBy is not null };
        await plugin.Client.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = engine.Address }, CancellationToken.None);
        return plugin;
    }

    public static async Task<PluginUnderTest> StartConfiguredAsync(
        TrustEngineFactory? engineFactory = null, string? folder = null, FakeTimeProvider? clock = null)
    {
        var plugin = await StartAsync(engineFactory, folder, clock: clock);
        await plugin.ConfigureAsync(Servers);
        return plugin;
    }

    /// <summary>What the servers hold, without asking the plugin.</summary>
    public async Task<TrustState> ReadStateAsync()
    {
        await using var lab = await EmbeddedLab.OpenAsync(DataDirectory, Time, NullLoggerFactory.Instance, CancellationToken.None);
        return await lab.ReadStateAsync(CancellationToken.None);
    }

    public Task<ConfigureResponse> ConfigureAsync(PropertyMap settings) => Client.ConfigureAsync(Configuring(settings), CancellationToken.None);

    public static ConfigureRequest Configuring(PropertyMap settings) => new()
    {
        Args = PropertyCodec.Encode(settings),
        Urn = "urn:pulumi:dev::trust::pulumi:providers:partnertrust::default",
    };

    /// <summary>As another stack would, which has a process of its own.</summary>
    public async Task DeleteBehindAsync(string type, string id)
    {
        await using var theirs = await StartConfiguredAsync(folder: Folder, clock: Time);
        var resource = new ManagedResource(theirs, type, "theirs");
        await resource.ImportAsync(id);
        await resource.DeleteAsync();
    }

    /// <summary>What the operator of the emulated servers does.</summary>
    public Task InLabAsync(Func<EmbeddedLab, Task> work) => new LabOperator(DataDirectory, Time).LetAsync(work);

    /// <summary>It is killed, as far as its callers see.</summary>
    public ValueTask StopAsync() => server.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await server.DisposeAsync();
        await service.DisposeAsync();
        await (SharesEngine ? ValueTask.CompletedTask : Engine.DisposeAsync());
    }
}
