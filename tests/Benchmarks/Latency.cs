using System.Diagnostics;

namespace PartnerTrust.Benchmarks;

internal static class Latency
{
    private const int WarmUps = 500;
    private const int Calls = 2000;

    public static async Task<Samples> MeasureAsync(Call call, CancellationToken cancellation)
    {
        await RepeatAsync(call, WarmUps, cancellation);
        var times = new List<TimeSpan>(Calls);
        for (var i = 0; i < Calls; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await call.RunAsync(cancellation);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return new Samples(times);
    }

    /// <summary>What the server's process spends on one round of the calls.</summary>
    public static async Task<TimeSpan> ProcessorTimeAsync(ServerProcess server, IEnumerable<Call> calls, CancellationToken cancellation)
    {
        var before = server.ProcessorTime;
        foreach (var call in calls)
        {
            await RepeatAsync(call, Calls, cancellation);
        }

        return (server.ProcessorTime - before) / Calls;
    }

    private static async Task RepeatAsync(Call call, int times, CancellationToken cancellation)
    {
        for (var i = 0; i < times; i++)
        {
            await call.RunAsync(cancellation);
        }
    }
}
