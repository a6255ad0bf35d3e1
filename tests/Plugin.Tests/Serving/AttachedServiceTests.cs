using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Serving;

/// <summary>A plugin that runs by itself serves one engine after the other, and several at once.</summary>
public sealed class AttachedServiceTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private readonly string folder = Folders.Make("attached");
    private AttachedService service = null!;
    private GrpcServer server = null!;

    public async Task InitializeAsync()
    {
        var around = new SessionEnvironment(PackageSchema.BuiltIn, TimeProvider.System, NullLoggerFactory.Instance, _ => null, folder)
        {
            MakeKey = KeyPool.Next,
        };
        service = new AttachedService(around, EngineOpening.OpenAsync);
        server = await service.StartAsync(0, Stop);
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Engines_come_one_after_the_other()
    {
        for (var run = 0; run < 3; run++)
        {
            using var engine = Connect();
            await BeginAsync(engine);
            Assert.Equal("", await FailureOfAsync(engine));
            await engine.Client.CancelAsync(Stop);
        }
    }

    [Fact]
    public async Task Cancel_ends_the_session_of_its_own_engine_only()
    {
        using var first = Connect();
        using var second = Connect();
        await BeginAsync(first);
        await BeginAsync(second);

        await first.Client.CancelAsync(Stop);

        Assert.Contains("PT8002", await FailureOfAsync(first), StringComparison.Ordinal);
        Assert.Equal("", await FailureOfAsync(second));
    }

    [Fact]
    public async Task An_engine_that_begins_again_on_its_connection_begins_anew()
    {
        using var engine = Connect();
        await BeginAsync(engine);
        await engine.Client.CancelAsync(Stop);

        await engine.Client.HandshakeAsync(new ProviderHandshakeRequest(), Stop);

        Assert.Contains("PT1107", await FailureOfAsync(engine), StringComparison.Ordinal);
        await ConfigureAsync(engine);
        Assert.Equal("", await FailureOfAsync(engine));
    }

    [Fact]
    public async Task Attach_after_a_handshake_changes_nothing_but_the_engine_s_address()
    {
        using var engine = Connect();
        await BeginAsync(engine);

        await engine.Client.AttachAsync(new PluginAttach { Address = "127.0.0.1:1" }, Stop);

        Assert.Equal("", await FailureOfAsync(engine));
    }

    [Fact]
    public async Task Each_engine_has_its_own_configuration()
    {
        using var with = Connect();
        using var without = Connect();
        await BeginAsync(with);
        await without.Client.HandshakeAsync(new ProviderHandshakeRequest(), Stop);

        Assert.Contains("PT1107", await FailureOfAsync(without), StringComparison.Ordinal);
        Assert.Equal("", await FailureOfAsync(with));
    }

    [Fact]
    public async Task Who_comes_back_on_a_new_connection_finds_the_session_that_it_left()
    {
        using (var engine = Connect())
        {
            await BeginAsync(engine);
        }

        using var again = Connect();

        Assert.Equal("", await FailureOfAsync(again));
    }

    private Engine Connect() => new($"127.0.0.1:{server.Port}");

    private static async Task BeginAsync(Engine engine)
    {
        await engine.Client.HandshakeAsync(new ProviderHandshakeRequest { ConfigureWithUrn = true }, Stop);
        await ConfigureAsync(engine);
    }

    private static Task<ConfigureResponse> ConfigureAsync(Engine engine) => engine.Client.ConfigureAsync(
        new ConfigureRequest { Args = PropertyCodec.Encode(PluginUnderTest.Servers), AcceptSecrets = true, AcceptResources = true }, Stop);

    /// <summary>What an operation of the session fails with; empty when it succeeds.</summary>
    private static async Task<string> FailureOfAsync(Engine engine)
    {
        var arguments = PropertyCodec.Encode(PropertyMap.Of(("server", PluginUnderTest.Lync)));
        try
        {
            await engine.Client.InvokeAsync(new InvokeRequest { Tok = "partnertrust:index:getPartnerApplications", Args = arguments }, Stop);
            return "";
        }
        catch (RpcException failure)
        {
            return failure.Message;
        }
    }

    private sealed class Engine(string address) : IDisposable
    {
        private readonly GrpcChannel channel = new(address);

        public ResourceProviderClient Client => new(channel);

        public void Dispose() => channel.Dispose();
    }
}
