using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Tests.Grpc;

public sealed class ServerCallTests
{
    private static readonly Value Hello = Value.ForString("hello");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("50m")]
    [InlineData("50000u")]
    [InlineData("50000000n")]
    public async Task A_deadline_ends_the_handler_and_is_answered_as_such(string timeout)
    {
        TaskCompletionSource? running = null;
        await using var loopback = await Loopback.StartAsync((value, cancellation) => UntilCancelledAsync(running = new(), cancellation));

        var response = await loopback.PostAsync(Loopback.Frame(Hello), ("grpc-timeout", timeout));

        Assert.Equal(StatusCode.DeadlineExceeded, response.Status);
        await (running?.Task.WaitAsync(Patience) ?? Task.CompletedTask);
    }

    [Theory]
    [InlineData("99999999H")]
    [InlineData("20S")]
    [InlineData("3M")]
    [InlineData("1H")]
    [InlineData("20000m")]
    [InlineData("m")]
    [InlineData("5")]
    [InlineData("5x")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData("1.5S")]
    public async Task A_deadline_in_time_or_none_changes_nothing(string timeout)
    {
        await using var loopback = await Loopback.StartAsync();

        Assert.Equal(StatusCode.OK, (await loopback.PostAsync(Loopback.Frame(Hello), ("grpc-timeout", timeout))).Status);
    }

    [Fact]
    public async Task A_client_that_cancels_stops_the_handler()
    {
        var started = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        await using var loopback = await Loopback.StartAsync((value, cancellation) =>
        {
            started.SetResult();
            return UntilCancelledAsync(stopped, cancellation);
        });
        using var cancel = new CancellationTokenSource();

        var call = loopback.EchoAsync(Hello, cancel.Token);
        await started.Task.WaitAsync(Patience);
        Assert.Equal(1, loopback.Server.ActiveCalls);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await stopped.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_reader_that_leaves_a_stream_stops_it()
    {
        var stopped = new TaskCompletionSource();
        var service = new GrpcService(Loopback.Service)
            .ServerStreaming("Echo", Value.Parser, (value, cancellation) => ForeverAsync(value, stopped, cancellation));
        await using var loopback = await Loopback.StartAsync(service);

        await foreach (var value in loopback.Channel.ServerStreamingAsync(Loopback.Service, "Echo", Hello, Value.Parser, default))
        {
            Assert.Equal(Hello, value);
            break;
        }

        await stopped.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_caller_that_cancels_a_stream_stops_it_and_hears_of_its_own_cancellation()
    {
        var stopped = new TaskCompletionSource();
        var service = new GrpcService(Loopback.Service)
            .ServerStreaming("Echo", Value.Parser, (value, cancellation) => ForeverAsync(value, stopped, cancellation));
        await using var loopback = await Loopback.StartAsync(service);
        using var cancel = new CancellationTokenSource();
        await using var stream = loopback.Channel.ServerStreamingAsync(Loopback.Service, "Echo", Hello, Value.Parser, cancel.Token)
            .GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync());
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.MoveNextAsync());
        await stopped.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Callers_that_leave_are_no_trouble_that_is_logged()
    {
        using var log = new RecordedLog();
        var loopback = await Loopback.StartAsync(
            async (value, cancellation) =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return value;
            },
            new GrpcServerOptions { Logs = log });

        for (var call = 0; call < 20; call++)
        {
            using var leave = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loopback.EchoAsync(Hello, leave.Token));
            Assert.Equal(StatusCode.DeadlineExceeded, (await loopback.PostAsync(Loopback.Frame(Hello), ("grpc-timeout", "20m"))).Status);
        }

        await loopback.DisposeAsync();
        Assert.Empty(log.Entries);
    }

    [Fact]
    public async Task A_stream_that_fails_half_way_delivers_what_it_had()
    {
        var service = new GrpcService(Loopback.Service).ServerStreaming("Echo", Value.Parser, (value, _) => OneThenFailure(value));
        await using var loopback = await Loopback.StartAsync(service);
        await using var stream = loopback.Channel.ServerStreamingAsync(Loopback.Service, "Echo", Hello, Value.Parser, default).GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(Hello, stream.Current);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await stream.MoveNextAsync());
        Assert.Equal((StatusCode.DataLoss, "half"), (failure.StatusCode, failure.Message));
    }

    [Fact]
    public async Task Sixty_four_calls_run_at_once()
    {
        var arrived = 0;
        var all = new TaskCompletionSource();
        await using var loopback = await Loopback.StartAsync(async (value, cancellation) =>
        {
            if (Interlocked.Increment(ref arrived) == 64)
            {
                all.SetResult();
            }

            await all.Task.WaitAsync(Patience, cancellation);
            return value;
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => loopback.EchoAsync(Value.ForNumber(i))));

        Assert.Equal(Enumerable.Range(0, 64), answers.Select(answer => (int)answer.NumberValue));
        Assert.Equal(0, loopback.Server.ActiveCalls);
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_blocks_no_other_call()
    {
        using var second = new ManualResetEventSlim();
        await using var loopback = await Loopback.StartAsync((value, cancellation) =>
        {
            if (value.BoolValue)
            {
                second.Set();
            }
            else
            {
                Assert.True(second.Wait(Patience, cancellation));
            }

            return Task.FromResult(value);
        });

        var blocked = loopback.EchoAsync(Value.ForBool(false));
        await loopback.EchoAsync(Value.ForBool(true));

        await blocked;
    }

    public static TheoryData<Exception, StatusCode, string> Exceptions => new()
    {
        { new InvalidOperationException("what went wrong"), StatusCode.Unknown, "what went wrong" },
        { new OperationCanceledException(), StatusCode.Cancelled, "The operation was cancelled." },
        { new PropertyFormatException("a.b", "is odd"), StatusCode.InvalidArgument, "a.b: is odd" },
        { RpcFailure.Of(StatusCode.Aborted, "as it is"), StatusCode.Aborted, "as it is" },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task An_exception_becomes_a_status_without_a_stack(Exception thrown, StatusCode status, string message)
    {
        await using var loopback = await Loopback.StartAsync((_, _) => throw thrown);

        var failure = await Assert.ThrowsAsync<RpcException>(() => loopback.EchoAsync(Hello));

        Assert.Equal((status, message), (failure.StatusCode, failure.Message));
    }

    [Fact]
    public async Task The_host_says_what_its_exceptions_mean()
    {
        var options = new GrpcServerOptions { MapException = e => RpcFailure.Of(StatusCode.FailedPrecondition, "mapped " + e.Message) };
        await using var loopback = await Loopback.StartAsync((_, _) => throw new InvalidOperationException("x"), options);

        var failure = await Assert.ThrowsAsync<RpcException>(() => loopback.EchoAsync(Hello));

        Assert.Equal((StatusCode.FailedPrecondition, "mapped x"), (failure.StatusCode, failure.Message));
    }

    [Fact]
    public async Task Details_of_half_a_megabyte_arrive()
    {
        var detail = Value.ForString(new string('d', 500_000));
        await using var loopback = await Loopback.StartAsync((_, _) => throw RpcFailure.Of(StatusCode.Unknown, new string('m', 100_000), detail));

        var failure = await Assert.ThrowsAsync<RpcException>(() => loopback.EchoAsync(Hello));

        Assert.Equal(100_000, failure.Message.Length);
        Assert.Equal(detail, failure.Detail<Value>());
    }

    [Theory]
    [InlineData("grpc-node-js/1.14.3", false)]
    [InlineData("grpc-go/1.80.0", true)]
    public async Task Details_that_would_hang_a_node_client_stay_behind(string agent, bool sent)
    {
        await using var loopback = await Loopback.StartAsync(
            (_, _) => throw RpcFailure.Of(StatusCode.Unknown, "long", Value.ForString(new string('d', 40_000))));

        var response = await loopback.PostAsync(Loopback.Frame(Hello), ("user-agent", agent));

        Assert.Equal((StatusCode.Unknown, "long", sent), (response.Status, response.Message, response.Details is not null));
    }

    private static async Task<Value> UntilCancelledAsync(TaskCompletionSource stopped, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return Hello;
        }
        finally
        {
            stopped.SetResult();
        }
    }

    private static async IAsyncEnumerable<Value> ForeverAsync(
        Value value, TaskCompletionSource stopped, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            yield return value;
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            stopped.SetResult();
        }
    }

    private static async IAsyncEnumerable<Value> OneThenFailure(Value value)
    {
        yield return value;
        await Task.Yield();
        throw RpcFailure.Of(StatusCode.DataLoss, "half");
    }
}
