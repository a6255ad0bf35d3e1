using PartnerTrust.Deployment;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>Every example that has no story of its own is deployed, found settled, and removed.</summary>
public sealed class ExampleTests
{
    [SkippableTheory]
    [InlineData("two-way-trust-component", "proven", true)]
    [InlineData("certificate-rollover", "state", "current")]
    [InlineData("three-products", "proven", true)]
    [InlineData("token-server", "trustedIssuer", "00000001-0000-0000-c000-000000000000@litwareinc.com")]
    public async Task An_example_deploys_settles_and_leaves_nothing_behind(string example, string output, object expected)
    {
        Checkout.RequirePlugin();
        using var bench = new Bench(Path.Combine(Checkout.Root, "examples", example));

        var up = await ExpectAsync(bench, bench.Host().UpAsync());
        Assert.Equal(expected is bool flag ? flag : (string)expected, up.Log.Outputs[output]);
        Assert.Empty((await ExpectAsync(bench, bench.Host().PreviewAsync())).Changes);

        await ExpectAsync(bench, bench.Host().DestroyAsync());
        Assert.Empty(Bench.Resources(bench.Host()));
    }

    private static async Task<DeploymentResult> ExpectAsync(Bench bench, Task<DeploymentResult> command)
    {
        var result = await command;
        Assert.True(result.Succeeded, bench.Output.ToString());
        return result;
    }
}
