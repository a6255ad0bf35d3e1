using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>A resource monitor that remembers what was registered, in order of completion, and answers with the outputs it is told.</summary>
internal sealed class RecordingMonitor : IAsyncDisposable
{
    private GrpcServer? server;

    public ConcurrentQueue<RegisterResourceRequest> Registered { get; } = [];

    public ConcurrentQueue<RegisterResourceOutputsRequest> Completed { get; } = [];

    public string Address => $"127.0.0.1:{server!.Port}";

    public static string UrnOf(string type, string name) => $"urn:pulumi:dev::trust::{type}::{name}";

    public static async Task<RecordingMonitor> StartAsync(Func<RegisterResourceRequest, RegisterResourceResponse> answer)
    {
        var monitor = new RecordingMonitor();
        var service = new GrpcService("pulumirpc.ResourceMonitor")
            .Unary<RegisterResourceRequest, RegisterResourceResponse>("RegisterResource", RegisterResourceRequest.Parser, (request, _) =>
            {
                monitor.Registered.Enqueue(request);
                return Task.FromResult(answer(request));
            })
            .Unary<RegisterResourceOutputsRequest, Empty>("RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, (request, _) =>
            {
                monitor.Completed.Enqueue(request);
                return Task.FromResult(new Empty());
            });
        monitor.server = await GrpcServer.StartAsync(new GrpcServerOptions(), [service], CancellationToken.None);
        return monitor;
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
