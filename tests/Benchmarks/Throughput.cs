using System.Diagnostics;

namespace PartnerTrust.Benchmarks;

internal static class Throughput
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    /// <summary>Calls answered a second, with so many on the way at any time.</summary>
    public static async Task<double> MeasureAsync(Call call, int streams, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, streams).Select(_ => RunAsync(call, start, cancellation)));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<int> RunAsync(Call call, long start, CancellationToken cancellation)
    {
        var count = 0;
        while (Stopwatch.GetElapsedTime(start) < Duration)
        {
            await call.RunAsync(cancellation);
            count++;
        }

        return count;
    }
}
