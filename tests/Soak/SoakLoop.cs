namespace PartnerTrust.Soak;

/// <summary>Starts a plugin again and again.</summary>
/// <param name="plugin">The published plugin.</param>
/// <param name="schemas">How often each of them is asked for its schema, alone and before another call.</param>
/// <param name="limit">How long an answer may take.</param>
internal sealed class SoakLoop(string plugin, int schemas, TimeSpan limit)
{
    private int answered;
    private int next;

    public int Answered => answered;

    /// <summary>Makes so many starts, a few at once. Returns a line for each that lost an answer.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(int starts, int atOnce, CancellationToken cancellation)
    {
        var lost = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => WorkAsync(starts, cancellation)));
        return [.. lost.SelectMany(lines => lines)];
    }

    private async Task<List<string>> WorkAsync(int starts, CancellationToken cancellation)
    {
        var lost = new List<string>();
        for (int number; (number = Interlocked.Increment(ref next)) <= starts;)
        {
            try
            {
                await StartAsync(windowsGrow: number % 2 == 0, cancellation);
            }
            catch (LostAnswerException loss)
            {
                lost.Add($"start {number}: {loss.Message}");
            }
        }

        return lost;
    }

    private async Task StartAsync(bool windowsGrow, CancellationToken cancellation)
    {
        await using var process = await PluginStart.StartAsync(plugin, cancellation);
        await using var connection = await EngineConnection.OpenAsync(process.Port, windowsGrow, cancellation);
        var run = new EngineRun(connection, limit);
        try
        {
            await run.RunAsync(schemas, cancellation);
            await process.InterruptAsync(cancellation);
        }
        finally
        {
            Interlocked.Add(ref answered, run.Answered);
        }
    }
}
