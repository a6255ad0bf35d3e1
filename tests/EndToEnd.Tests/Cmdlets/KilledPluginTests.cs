using System.Collections.Concurrent;
using PartnerTrust.CmdletSimulator.World.Troubles;

namespace PartnerTrust.EndToEnd.Tests.Cmdlets;

/// <summary>The plugin is killed (<c>kill -9</c>) while a cmdlet of an update runs: before its deed, or after it and before its answer.</summary>
public sealed class KilledPluginTests
{
    private const int Points = 40;
    private static readonly int Step = GeneratedCases.Number(13, byNight: 1);

    [SkippableFact]
    [Trait("Size", "Nightly")]
    public async Task Wherever_an_update_is_killed_its_shells_end_and_the_next_one_makes_the_same_of_the_servers()
    {
        var (calls, undisturbed) = await UndisturbedAsync();
        Assert.True(calls >= Points, $"an update makes {calls} calls");

        var wrong = new ConcurrentQueue<string>();
        var points = Enumerable.Range(0, Points).Where(point => point % Step == Step / 2);
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (point, _) =>
        {
            var nth = 1 + (point * (calls - 1) / Points);
            var afterDeed = point % 2 == 1;
            if (await KillAsync(nth, afterDeed) is var healed && healed != undisturbed)
            {
                wrong.Enqueue($"killed {(afterDeed ? "after" : "before")} the deed of call {nth}:\n{healed}");
            }
        });

        Assert.True(wrong.IsEmpty, $"{string.Join("\n\n", wrong)}\n\nundisturbed:\n{undisturbed}");
    }

    private static async Task<(int Calls, string World)> UndisturbedAsync()
    {
        await using var bench = await CmdletBench.OpenAsync();
        await bench.ExpectAsync(bench.Host(new TwoWayProgram()).UpAsync());
        return (bench.World.Calls.Count, await WorldText.OfAsync(bench));
    }

    /// <summary>What the servers hold after the next update; what went wrong where something did.</summary>
    private static async Task<string> KillAsync(int nth, bool afterDeed)
    {
        await using var bench = await CmdletBench.OpenAsync();
        var hang = bench.World.Troubles.Expect("*", new Hang { AfterDeed = afterDeed }, nth);
        var program = new TwoWayProgram();
        var killed = bench.Host(program).UpAsync();
        if (await Task.WhenAny(hang.Reached, killed) != hang.Reached)
        {
            return $"the update ended before: {bench.Output}";
        }

        Assert.NotEmpty(MarkedProcesses.Of(bench.Mark));
        program.KillPlugins();
        await MarkedProcesses.AssertEndAsync(bench.Mark);
        hang.Release();
        Assert.False((await killed).Succeeded);

        var healed = await bench.Host(new TwoWayProgram()).UpAsync();
        return healed.Succeeded ? await WorldText.OfAsync(bench) : bench.Output.ToString();
    }
}
