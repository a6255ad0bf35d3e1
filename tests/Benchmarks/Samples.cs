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

    public TimeSpan Percentile(int percent) => sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
}
