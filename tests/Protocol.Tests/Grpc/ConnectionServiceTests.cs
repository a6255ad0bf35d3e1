using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Protocol.Tests.Grpc;

/// <summary>Services that each connection has for itself.</summary>
public sealed class ConnectionServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Each_connection_is_served_by_its_own_until_it_is_closed()
    {
        var opened = new List<Counter>();
        await using var server = await GrpcServer.StartAsync(
            new GrpcServerOptions(),
            () =>
            {
                lock (opened)
                {
                    opened.Add(new Counter());
                    return opened[^1];
                }
            },
            CancellationToken.None);

        using (var left = new GrpcChannel($"127.0.0.1:{server.Port}"))
        {
            Assert.Equal((1, 2), (await CountAsync(left), await CountAsync(left)));
            using (var right = new GrpcChannel($"127.0.0.1:{server.Port}"))
            {
                Assert.Equal(1, await CountAsync(right));
            }

            await opened[1].Closed.Task.WaitAsync(Patience);
            Assert.Equal(3, await CountAsync(left));
        }

        await opened[0].Closed.Task.WaitAsync(Patience);
        Assert.Equal(2, opened.Count);
    }

    [Fact]
    public async Task A_connection_s_service_outlives_the_call_that_was_on_it_when_it_closed()
    {
        var connection = new Counter();
        await using var server = await GrpcServer.StartAsync(new GrpcServerOptions(), () => connection, CancellationToken.None);
        using (var channel = new GrpcChannel($"127.0.0.1:{server.Port}"))
        using (var leave = new CancellationTokenSource())
        {
            var call = channel.UnaryAsync("test.Counter", "Wait", new Empty(), Empty.Parser, leave.Token);
            await connection.Waiting.Task.WaitAsync(Patience);
            await leave.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        await connection.Cancelled.Task.WaitAsync(Patience);
        Assert.False(connection.Closed.Task.IsCompleted);
        connection.Release.SetResult();
        await connection.Closed.Task.WaitAsync(Patience);
    }

    private static async Task<int> CountAsync(GrpcChannel channel) =>
        (int)(await channel.UnaryAsync("test.Counter", "Count", new Empty(), Value.Parser, CancellationToken.None)).NumberValue;

    private sealed class Counter : IGrpcConnection
    {
        private int count;

        public TaskCompletionSource Waiting { get; } = new();

        public TaskCompletionSource Cancelled { get; } = new();

        public TaskCompletionSource Release { get; } = new();

        public TaskCompletionSource Closed { get; } = new();

        public IReadOnlyList<GrpcService> Services =>
        [
            new GrpcService("test.Counter")
                .Unary("Count", Empty.Parser, (Empty _, CancellationToken _) => Task.FromResult(Value.ForNumber(++count)))
                .Unary("Wait", Empty.Parser, async (Empty empty, CancellationToken stop) =>
                {
                    Waiting.SetResult();
                    stop.Register(() => Cancelled.SetResult());
                    await Release.Task;
                    return empty;
                }),
        ];

        public ValueTask DisposeAsync()
        {
            Closed.SetResult();
            return ValueTask.CompletedTask;
        }
    }
}
