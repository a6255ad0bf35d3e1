using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>The engine's side of the conversation: remembers what it was told.</summary>
internal sealed class RecordingEngine : IAsyncDisposable
{
    private readonly GrpcServer server;

    private RecordingEngine(GrpcServer server, ConcurrentQueue<LogRequest> logs, Task firstLog) =>
        (this.server, Logs, FirstLog) = (server, logs, firstLog);

    public ConcurrentQueue<LogRequest> Logs { get; }

    /// <summary>Completes with the first message.</summary>
    public Task FirstLog { get; }

    public string Address => $"127.0.0.1:{server.Port}";

    public IEnumerable<string> Warnings => Logs.Where(log => log.Severity == LogSeverity.Warning).Select(log => log.Message);

    public IEnumerable<string> Infos => Logs.Where(log => log is { Severity: LogSeverity.Info, Ephemeral: false }).Select(log => log.Message);

    public static async Task<RecordingEngine> StartAsync()
    {
        var logs = new ConcurrentQueue<LogRequest>();
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var service = new GrpcService("pulumirpc.Engine").Unary<LogRequest, Empty>("Log", LogRequest.Parser, (request, _) =>
        {
            logs.Enqueue(request);
            first.TrySetResult();
            return Task.FromResult(new Empty());
        });
        return new RecordingEngine(await GrpcServer.StartAsync(new GrpcServerOptions(), [service], CancellationToken.None), logs, first.Task);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
