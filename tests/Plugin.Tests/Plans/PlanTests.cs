namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>Generated stacks, and all that can happen to them. They keep every core busy and count the process's listeners, hence alone.</summary>
[Collection(Alone)]
public sealed class PlanTests
{
    private const string Alone = "plans";
    private const int PlansInOneWorld = 25;
    private const int Worlds = 2;
    private static readonly int Plans = GeneratedCases.Number(1_000, byNight: 10_000);

    [Fact]
    [Trait("Size", "Nightly")]
    public async Task Every_plan_converges_within_two_runs_and_leaves_nothing_behind()
    {
        var before = Listeners.OfThisProcess();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Plans).Chunk(PlansInOneWorld),
            new ParallelOptions { MaxDegreeOfParallelism = Worlds },
            async (seeds, _) => await PlayAsync(seeds));

        Assert.Empty(Listeners.OfThisProcess().Except(before));
    }

    private static async Task PlayAsync(int[] seeds)
    {
        await using var world = await PlanWorld.StartAsync();
        foreach (var seed in seeds)
        {
            var plan = Plan.Of(seed);
            if (await FailureOfAsync(world, plan) is { } failure)
            {
                Assert.Fail(await ShrunkAsync(plan) ?? $"only after the plans before it: {plan}\n{failure}");
            }
        }
    }

    private static async Task<string?> FailureOfAsync(PlanWorld world, Plan plan)
    {
        try
        {
            var wrong = await PlanRun.PlayAsync(world, plan);
            return wrong.IsEmpty ? null : $"{plan}\n{string.Join("\n", wrong)}";
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return $"{plan}\n{failure}";
        }
    }

    /// <summary>Leaves out one step after the other as long as the plan still fails in a world of its own.</summary>
    private static async Task<string?> ShrunkAsync(Plan plan)
    {
        var failure = await FailureAloneAsync(plan);
        for (var at = plan.Steps.Length - 1; failure is not null && at >= 0; at--)
        {
            var smaller = plan with { Steps = plan.Steps.RemoveAt(at) };
            if (await FailureAloneAsync(smaller) is { } still)
            {
                (plan, failure) = (smaller, still);
            }
        }

        return failure;
    }

    private static async Task<string?> FailureAloneAsync(Plan plan)
    {
        await using var world = await PlanWorld.StartAsync();
        return await FailureOfAsync(world, plan);
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class OneAtATime;
}
