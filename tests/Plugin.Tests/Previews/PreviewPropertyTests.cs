using System.Collections.Concurrent;
using System.Globalization;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>What a preview says is what the update then finds.</summary>
public sealed class PreviewPropertyTests
{
    private const int RunsOfOneStack = 3;
    private static readonly int Stacks = GeneratedCases.Number(10, byNight: 300);

    [Fact]
    [Trait("Size", "Nightly")]
    public async Task What_a_preview_says_is_what_the_update_then_finds()
    {
        var wrong = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Stacks), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, _) =>
        {
            var random = new Random(seed);
            var state = new Dictionary<string, Deployment.Entry>();
            var folder = Directory.CreateTempSubdirectory("partnertrust-preview-").FullName;
            await using var plugin = await PluginUnderTest.StartConfiguredAsync(folder: folder);
            for (var run = 0; run < RunsOfOneStack; run++)
            {
                var program = RandomProgram.Of(random);
                var preview = await Deployment.PreviewAsync(plugin, state, program);
                var up = await Deployment.UpAsync(plugin, state, program);

                var (foretold, found, unproved) = (Described(preview.Refusals), Described(up.Refusals), string.Join(", ", preview.Skipped));
                if (foretold != found || unproved != string.Join(", ", up.Skipped))
                {
                    wrong.Enqueue(string.Create(
                        CultureInfo.InvariantCulture,
                        $"stack {seed}, run {run}: foretold [{foretold}], found [{found}]\n{string.Join('\n', program.Select(Deployment.Describe).Concat(preview.Messages).Concat(up.Messages))}"));
                }

                plugin.Time.Advance(TimeSpan.FromDays(random.Next(20)));
            }
        });

        Assert.True(wrong.IsEmpty, string.Join("\n\n", wrong));
    }

    private static string Described(Dictionary<string, string> refusals) =>
        string.Join(", ", refusals.OrderBy(refusal => refusal.Key, StringComparer.Ordinal).Select(refusal => $"{refusal.Key} {refusal.Value}"));
}
