using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Protocol.Tests.Grpc;

/// <summary>A call is a span from its arrival to its answer, where the server is given one to begin.</summary>
public sealed class CallSpanTests : IDisposable
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly ActivitySource source = new("test");
    private readonly TaskCompletionSource<Activity> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IncomingCall> calls = [];
    private readonly ActivityListener listener;

    public CallSpanTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = other => ReferenceEquals(other, source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.SetResult,
        };
        ActivitySource.AddActivityListener(listener);
    }

    [Fact]
    public async Task It_is_around_the_handler_and_tells_of_the_answer()
    {
        Activity? during = null;
        await using var loopback = await Loopback.StartAsync(
            (request, _) =>
            {
                during = Activity.Current;
                return Task.FromResult(request);
            },
            Options());

        await loopback.EchoAsync(Value.ForString("x"));

        var span = await ended.Task;
        Assert.Same(span, during);
        Assert.Equal((int)StatusCode.OK, span.GetTagItem("rpc.grpc.status_code"));
        var call = Assert.Single(calls);
        Assert.Equal(("/test.Echo/Echo", Value.ForString("x"), null), (call.Path, call.Request, call.Parent));
    }

    [Fact]
    public async Task It_tells_of_a_failure()
    {
        await using var loopback = await Loopback.StartAsync((_, _) => throw RpcFailure.Of(StatusCode.NotFound, "no"), Options());

        await Assert.ThrowsAsync<RpcException>(() => loopback.EchoAsync(Value.ForString("x")));

        var span = await ended.Task;
        Assert.Equal(((int)StatusCode.NotFound, ActivityStatusCode.Error), (span.GetTagItem("rpc.grpc.status_code"), span.Status));
    }

    [Fact]
    public async Task A_caller_that_goes_leaves_a_cancelled_one()
    {
        using var stop = new CancellationTokenSource();
        await using var loopback = await Loopback.StartAsync(
            async (request, cancellation) =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellation);
                return request;
            },
            Options());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loopback.EchoAsync(Value.ForString("x"), stop.Token));

        Assert.Equal((int)StatusCode.Cancelled, (await ended.Task).GetTagItem("rpc.grpc.status_code"));
    }

    [Theory]
    [InlineData(Parent, "b7ad6b7169203331")]
    [InlineData("no parent", null)]
    public async Task The_caller_s_span_is_its_parent(string header, string? parent)
    {
        await using var loopback = await Loopback.StartAsync((request, _) => Task.FromResult(request), Options());

        await loopback.PostAsync(Loopback.Frame(Value.ForString("x")), ("traceparent", header));

        await ended.Task;
        Assert.Equal(parent, Assert.Single(calls).Parent?.SpanId.ToString());
    }

    public void Dispose()
    {
        listener.Dispose();
        source.Dispose();
    }

    private GrpcServerOptions Options() => new()
    {
        BeginSpan = call =>
        {
            calls.Add(call);
            return source.StartActivity("rpc");
        },
    };
}
