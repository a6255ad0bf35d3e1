using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>What a preview says is what the update then finds, of random stacks and histories (design.md 5). One stack, or several ("0-19"), are
/// run alone with <c>PARTNERTRUST_TRUTH_SEED</c>; <c>PARTNERTRUST_TRUTH_REPORT</c> names a folder for the stories of all that disagree. By day
/// the plugin is the one that was just built, in this process, which costs a twentieth of the time; by night, or with
/// <c>PARTNERTRUST_TRUTH_PLUGIN=published</c>, it is the published one, in processes as the engine starts them.</summary>
public sealed class TruthTests
{
    private const int StacksAtOnce = 2;
    private const double MostUntold = 0.05;
    private static readonly int Stacks = GeneratedCases.Number(200, byNight: 2_000);
    private static readonly bool InProcess = Environment.GetEnvironmentVariable("PARTNERTRUST_TRUTH_PLUGIN") is { } asked
        ? asked == "inProcess"
        : !GeneratedCases.ByNight;

    [SkippableFact]
    [Trait("Size", "Nightly")]
    public async Task What_a_preview_says_of_a_stack_is_what_its_update_finds()
    {
        Skip.IfNot(InProcess || File.Exists(PublishedPlugins.Binary), "the plugin is not in bin/: run make build");
        var clock = Stopwatch.StartNew();
        var cases = new ConcurrentBag<TruthCase>();

        await Parallel.ForEachAsync(Seeds(), new ParallelOptions { MaxDegreeOfParallelism = StacksAtOnce }, async (seed, _) =>
            cases.Add(await RunAsync(seed)));

        var summary = TruthSummary.Of([.. cases.OrderBy(stack => stack.Seed)], clock.Elapsed);
        Report(cases, summary);
        Assert.True(cases.All(stack => stack.Disagreements.Count == 0), summary);
        Assert.True(cases.Sum(stack => stack.Untold) <= MostUntold * cases.Sum(stack => stack.Verdicts), summary);
    }

    /// <summary>One ("17") or several ("0-19") that were asked for, else all.</summary>
    private static IEnumerable<int> Seeds()
    {
        if (Environment.GetEnvironmentVariable("PARTNERTRUST_TRUTH_SEED") is not { } asked)
        {
            return Enumerable.Range(0, Stacks);
        }

        var ends = asked.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }

    private static async Task<TruthCase> RunAsync(int seed)
    {
        var stack = new TruthCase(seed, InProcess ? new PluginsInProcess() : new PublishedPlugins());
        try
        {
            return await stack.RunAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            stack.Disagreements.Add(new Disagreement("the stack could not be played", "", "", failure.ToString()));
            return stack;
        }
    }

    private static void Report(IEnumerable<TruthCase> cases, string summary)
    {
        if (Environment.GetEnvironmentVariable("PARTNERTRUST_TRUTH_REPORT") is not { } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "summary.txt"), summary);
        foreach (var stack in cases)
        {
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"stack{stack.Seed:0000}.txt")), stack.Log);
        }
    }
}
