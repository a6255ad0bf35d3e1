using System.Diagnostics;

namespace PartnerTrust.Benchmarks;

internal sealed class Samples(IEnumerable<TimeSpan> times)
{
    private readonly TimeSpan[] sorted = [.. times.Order()];

    /// <summary>Takes <paramref name="count"/> samples after one that only warms up.</summary>
    public static async Task<Samples> CollectAsync(int count, Func<Task<TimeSpan>> measure)
    {
        await measure();
        var times = new List<TimeSpan>(count);
        for (var i = 0; i < count; i++)
        {
            times.Add(await measure());
        }

        return new Samples(times);
    }

    /// <summary>How long one call takes.</summary>
    public static async Task<TimeSpan> TimeAsync(Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(start);
    }

    public TimeSpan Percentile(int percent) => sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
}
