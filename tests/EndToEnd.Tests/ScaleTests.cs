using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.EndToEnd.Tests;

public sealed class ScaleTests
{
    private const int Trusts = 200;

    [SkippableFact]
    public async Task Two_hundred_trusts_deploy_and_the_last_costs_what_the_first_did()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();

        var result = await bench.Host(DeclareAsync).UpAsync();

        Assert.True(result.Succeeded, bench.Output.ToString());
        var times = result.Changes.Where(
            step => step.Operation == StepOperation.Create && step.Type.EndsWith(":PartnerApplication", StringComparison.Ordinal))
            .Select(step => step.Duration.TotalMilliseconds).ToList();
        Assert.Equal(2 * Trusts, times.Count);

        // The machine is shared, so the middle of each hundred is compared, and generously.
        var first = Median(times.Skip(10).Take(100));
        var last = Median(times.TakeLast(100));
        Assert.True(last <= (2 * first) + 10, $"the first took {first:0.0} ms each, the last {last:0.0} ms");
    }

    /// <summary>One after the other, so that a step's time is its own.</summary>
    private static async Task DeclareAsync(TestStack stack)
    {
        for (var number = 0; number < Trusts; number++)
        {
            await Partners.TrustAsync(stack, $"partner-{number:000}");
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(50);
}
