using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Protocol.Tests.Grpc;

public sealed class GrpcRoundTripTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_unary_call_is_answered()
    {
        await using var server = await Serve(Provider().Unary(
            "GetPluginInfo", Empty.Parser, (_, _) => Task.FromResult(new PluginInfo { Version = "1.2.3" })));
        using var channel = new GrpcChannel($"127.0.0.1:{server.Port}");

        var info = await new ResourceProviderClient(channel).GetPluginInfoAsync(None);

        Assert.Equal("1.2.3", info.Version);
    }

    [Fact]
    public async Task An_error_arrives_with_its_message_and_details()
    {
        var detail = new ErrorResourceInitFailed { Id = "id1", Reasons = { "r1" } };
        await using var server = await Serve(Provider().Unary<CreateRequest, CreateResponse>(
            "Create", CreateRequest.Parser, (_, _) => throw RpcFailure.Of(StatusCode.Unknown, "boom: 100 % größer\n", detail)));
        using var channel = new GrpcChannel($"127.0.0.1:{server.Port}");

        var error = await Assert.ThrowsAsync<RpcException>(() => new ResourceProviderClient(channel).CreateAsync(new(), None));

        Assert.Equal(StatusCode.Unknown, error.StatusCode);
        Assert.Equal("boom: 100 % größer\n", error.Message);
        Assert.Equal(detail, error.Detail<ErrorResourceInitFailed>());
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_unimplemented()
    {
        await using var server = await Serve(Provider());
        using var channel = new GrpcChannel($"127.0.0.1:{server.Port}");

        var error = await Assert.ThrowsAsync<RpcException>(() => new ResourceProviderClient(channel).CancelAsync(None));

        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        var server = await Serve(Provider());
        var address = $"127.0.0.1:{server.Port}";
        await server.DisposeAsync();
        using var channel = new GrpcChannel(address);

        var error = await Assert.ThrowsAsync<RpcException>(() => new ResourceProviderClient(channel).CancelAsync(None));

        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
    }

    [Fact]
    public async Task A_stream_arrives_message_by_message()
    {
        var next = new SemaphoreSlim(0);
        await using var server = await Serve(Provider().ServerStreaming("List", ListRequest.Parser, (_, _) => Results(next)));
        using var channel = new GrpcChannel($"127.0.0.1:{server.Port}");

        var ids = new List<string>();
        await foreach (var response in new ResourceProviderClient(channel).ListAsync(new ListRequest(), None))
        {
            ids.Add(response.Result.Id);
            next.Release();
        }

        Assert.Equal(["0", "1", "2"], ids);
    }

    private static async IAsyncEnumerable<ListResponse> Results(SemaphoreSlim next)
    {
        for (var i = 0; i < 3; i++)
        {
            yield return new ListResponse { Result = new() { Id = $"{i}" } };
            await next.WaitAsync();
        }
    }

    private static GrpcService Provider() => new("pulumirpc.ResourceProvider");

    private static Task<GrpcServer> Serve(GrpcService service) => GrpcServer.StartAsync(new GrpcServerOptions(), [service], None);
}
