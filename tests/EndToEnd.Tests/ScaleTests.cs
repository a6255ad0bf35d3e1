using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.EndToEnd.Tests;

public sealed class ScaleTests
{
    private const int Trusts = 200;

    [SkippableFact]
    public async Task Two_hundred_trusts_deploy_in_one_stack()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();

        var result = await bench.Host(DeclareAsync).UpAsync();

        Assert.True(result.Succeeded, bench.Output.ToString());
        Assert.Equal(2 * Trusts, result.Changes.Count(
            step => step.Operation == StepOperation.Create && step.Type.EndsWith(":PartnerApplication", StringComparison.Ordinal)));
    }

    /// <summary>One after the other, as a program does that waits for each. (How the cost grows, the benchmarks measure.)</summary>
    private static async Task DeclareAsync(TestStack stack)
    {
        for (var number = 0; number < Trusts; number++)
        {
            await Partners.TrustAsync(stack, $"partner-{number:000}");
        }
    }
}
