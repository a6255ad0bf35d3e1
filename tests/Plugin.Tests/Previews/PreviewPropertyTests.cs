using System.Collections.Concurrent;
using System.Globalization;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>What a preview says is what the update then finds.</summary>
public sealed class PreviewPropertyTests
{
    private const int RunsOfOneStack = 3;
    private static readonly int Stacks = GeneratedCases.Number(10, byNight: 300);
    private static readonly int StacksThroughShells = GeneratedCases.Number(6, byNight: 60);

    [Fact]
    [Trait("Size", "Nightly")]
    public async Task What_a_preview_says_is_what_the_update_then_finds()
    {
        var wrong = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Stacks), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, _) =>
        {
            await using var servers = await ServersUnderTest.StartAsync(EngineKind.Embedded);
            await CompareAsync(seed, servers.Plugin, mayLeaveOpen: false, wrong);
        });

        Assert.True(wrong.IsEmpty, string.Join("\n\n", wrong));
    }

    /// <summary>One after the other, so that all have the same shells.</summary>
    [SkippableFact]
    [Trait("Size", "Nightly")]
    public async Task What_a_preview_says_of_servers_behind_cmdlets_is_what_the_update_then_finds_unless_it_cannot_be_told()
    {
        var wrong = new ConcurrentQueue<string>();
        for (var seed = 0; seed < StacksThroughShells; seed++)
        {
            await using var servers = await ServersUnderTest.StartAsync(EngineKind.PowerShell);
            await CompareAsync(seed, servers.Plugin, mayLeaveOpen: true, wrong);
        }

        Assert.True(wrong.IsEmpty, string.Join("\n\n", wrong));
    }

    private static async Task CompareAsync(int seed, PluginUnderTest plugin, bool mayLeaveOpen, ConcurrentQueue<string> wrong)
    {
        var random = new Random(seed);
        var state = new Dictionary<string, Deployment.Entry>();
        for (var run = 0; run < RunsOfOneStack; run++)
        {
            var program = RandomProgram.Of(random);
            var preview = await Deployment.PreviewAsync(plugin, state, program);
            var up = await Deployment.UpAsync(plugin, state, program);

            var open = mayLeaveOpen ? preview.Open : [];
            var (foretold, found) = (Described(preview.Refusals, open), Described(up.Refusals, open));
            if (foretold != found || !preview.Skipped.SetEquals(up.Skipped))
            {
                wrong.Enqueue(string.Create(
                    CultureInfo.InvariantCulture,
                    $"stack {seed}, run {run}: foretold [{foretold}], found [{found}]\n{string.Join('\n', program.Select(Deployment.Describe).Concat(preview.Messages).Concat(up.Messages))}"));
            }

            plugin.Time.Advance(TimeSpan.FromDays(random.Next(20)));
        }
    }

    private static string Described(Dictionary<string, string> refusals, HashSet<string> open) => string.Join(
        ", ",
        refusals.Where(refusal => !open.Contains(refusal.Key)).OrderBy(refusal => refusal.Key, StringComparer.Ordinal)
            .Select(refusal => $"{refusal.Key} {refusal.Value}"));
}
