using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Benchmarks;

/// <summary>Everything that is measured, as the lines of a table: the plugin beside the least that could be there instead.</summary>
internal static class Suite
{
    private const int Starts = 20;

    public static async Task<IReadOnlyList<string>> RunAsync(string plugin, CancellationToken cancellation)
    {
        var table = new Table("", "plugin", "beside it", "ratio");
        await using var engine = await StartEngineAsync(cancellation);
        string[] arguments = [$"127.0.0.1:{engine.Port}"];
        await MeasureStartAsync(table, plugin, arguments, cancellation);
        await MeasureCallsAsync(table, plugin, arguments, cancellation);
        await new TokenValidation(TimeProvider.System.GetUtcNow()).MeasureAsync(table);
        await StoreGrowth.MeasureAsync(table, cancellation);
        await StatusCost.MeasureAsync(table, plugin, cancellation);
        await DeploymentGrowth.MeasureAsync(table, plugin, arguments, cancellation);
        await ProofCost.MeasureAsync(table, plugin, arguments, cancellation);
        await ShellCost.MeasureAsync(table, cancellation);
        return table.Lines();
    }

    /// <summary>What the plugin believes to be the engine; it only takes its logs.</summary>
    private static Task<GrpcServer> StartEngineAsync(CancellationToken cancellation) => GrpcServer.StartAsync(
        new GrpcServerOptions(),
        [new GrpcService("pulumirpc.Engine").Unary("Log", LogRequest.Parser, (_, _) => Task.FromResult(new Empty()))],
        cancellation);

    private static async Task MeasureStartAsync(Table table, string plugin, string[] arguments, CancellationToken cancellation)
    {
        using var hello = await HelloWorld.BuildAsync(cancellation);
        var plugins = await Samples.CollectAsync(Starts, () => StartUp.UntilFirstAnswerAsync(plugin, arguments, cancellation));
        var hellos = await Samples.CollectAsync(Starts, () => StartUp.UntilExitAsync(hello.Path, [], cancellation));
        table.Add($"process start to first answer, median of {Starts} | {hello.Name}", plugins.Percentile(50), hellos.Percentile(50));
    }

    private static async Task MeasureCallsAsync(Table table, string plugin, string[] arguments, CancellationToken cancellation)
    {
        using var data = new TemporaryDirectory();
        await using var subject = await ServerProcess.StartAsync(plugin, arguments, cancellation);
        await using var reference = await ServerProcess.StartEmptyEndpointAsync(cancellation);
        var calls = Workload.Of(subject.Channel);
        var empty = Workload.Of(reference.Channel);
        await Workload.ConfigureAsync(subject.Channel, data.Path, cancellation);

        foreach (var (call, same) in calls.Zip(empty))
        {
            var (mine, theirs) = (await Latency.MeasureAsync(call, cancellation), await Latency.MeasureAsync(same, cancellation));
            table.Add($"{call.Name}, p50 | empty Kestrel endpoint", mine.Percentile(50), theirs.Percentile(50));
            table.Add($"{call.Name}, p99", mine.Percentile(99), theirs.Percentile(99));
        }

        foreach (var streams in new[] { 1, 16 })
        {
            var mine = await Throughput.MeasureAsync(calls[0], streams, cancellation);
            var theirs = await Throughput.MeasureAsync(empty[0], streams, cancellation);
            table.Add(string.Create(CultureInfo.InvariantCulture, $"{calls[0].Name} a second, {streams} at once"), mine, theirs);
        }

        table.Add("Check and Diff of an unchanged resource, processor time", await Latency.ProcessorTimeAsync(subject, calls.Skip(1), cancellation));
    }
}
