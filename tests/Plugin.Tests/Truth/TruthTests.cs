using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>What a preview says is what the update then finds, of random stacks and histories (design.md 5). One stack, or several ("0-19"), are
/// run alone with <c>PARTNERTRUST_TRUTH_SEED</c>, by one of the two tests with <c>PARTNERTRUST_TRUTH_PLUGIN</c> ("published" or "inProcess");
/// <c>PARTNERTRUST_TRUTH_REPORT</c> names a folder for the stories of all.</summary>
[Trait("Size", "Nightly")]
public sealed class TruthTests
{
    private const int StacksAtOnce = 2;
    private const double MostUntold = 0.05;

    /// <summary>In processes, as the engine starts them.</summary>
    [SkippableFact]
    public async Task What_a_preview_says_of_a_stack_is_what_its_update_finds()
    {
        Skip.IfNot(IsAsked("published"), "the other test was asked for");
        Skip.IfNot(File.Exists(PublishedPlugins.Binary), "the plugin is not in bin/: run make build");
        await PlayAsync(Enumerable.Range(0, GeneratedCases.Number(200, byNight: 2_000)), () => new PublishedPlugins());
    }

    /// <summary>In this process, where days go by between two updates and a debugger reaches everything.</summary>
    [SkippableFact]
    public async Task What_a_preview_says_some_days_later_is_what_its_update_finds()
    {
        Skip.IfNot(IsAsked("inProcess"), "the other test was asked for");
        await PlayAsync(Enumerable.Range(10_000, GeneratedCases.Number(40, byNight: 2_000)), () => new PluginsInProcess());
    }

    private static bool IsAsked(string plugin) => (Environment.GetEnvironmentVariable("PARTNERTRUST_TRUTH_PLUGIN") ?? plugin) == plugin;

    private static async Task PlayAsync(IEnumerable<int> seeds, Func<IPluginStarter> plugins)
    {
        var clock = Stopwatch.StartNew();
        var cases = new ConcurrentBag<TruthCase>();

        await Parallel.ForEachAsync(AskedFor() ?? seeds, new ParallelOptions { MaxDegreeOfParallelism = StacksAtOnce }, async (seed, _) =>
            cases.Add(await PlayAsync(new TruthCase(seed, plugins()))));

        var summary = TruthSummary.Of([.. cases.OrderBy(stack => stack.Seed)], clock.Elapsed);
        Report(cases, summary);
        Assert.True(cases.All(stack => stack.Disagreements.Count == 0), summary);
        Assert.True(cases.Sum(stack => stack.Untold) <= MostUntold * cases.Sum(stack => stack.Verdicts), summary);
    }

    /// <summary>One ("17") or several ("0-19"); null where nobody asked for any.</summary>
    private static IEnumerable<int>? AskedFor()
    {
        if (Environment.GetEnvironmentVariable("PARTNERTRUST_TRUTH_SEED") is not { } asked)
        {
            return null;
        }

        var ends = asked.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }

    private static async Task<TruthCase> PlayAsync(TruthCase stack)
    {
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
