using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The same trust, declared in C# and in JavaScript, deployed by the published plugin.</summary>
public sealed class TwoWayTrustTests
{
    [SkippableFact]
    public async Task A_CSharp_stack_is_deployed_broken_behind_its_back_noticed_and_repaired()
    {
        Checkout.RequirePlugin();
        using var bench = new Bench(Checkout.Example);
        await TellAsync(bench);
    }

    [SkippableFact]
    public async Task A_JavaScript_stack_on_the_official_SDK_does_the_same()
    {
        Checkout.RequireNodePackages();
        using var bench = new Bench(Path.Combine(Checkout.Interop, "program"));
        await TellAsync(bench);
    }

    private static async Task TellAsync(Bench bench)
    {
        var preview = await ExpectAsync(bench, bench.Host().PreviewAsync());
        Assert.Equal(8, preview.Changes.Count(step => step.Operation == StepOperation.Create && step.Type != Urns.StackType));

        var up = await ExpectAsync(bench, bench.Host().UpAsync());
        Assert.Equal(true, up.Log.Outputs["proven"]);
        Assert.Empty((await ExpectAsync(bench, bench.Host().PreviewAsync())).Changes);
        Assert.Empty((await ExpectAsync(bench, bench.Host().RefreshAsync())).Changes);

        await bench.LabAsync("roll", "--server", Litware.Exchange);
        var broken = await ExpectAsync(bench, bench.Host().PreviewAsync());
        AssertNoticed(broken);

        var refreshed = await ExpectAsync(bench, bench.Host().RefreshAsync());
        Assert.Contains(refreshed.Log.Diagnostics, said =>
            said.Severity == DiagnosticSeverity.Warning && said.Urn.EndsWith("::exchange-on-lync", StringComparison.Ordinal));

        var repaired = await ExpectAsync(bench, bench.Host().UpAsync());
        Assert.Equal(true, repaired.Log.Outputs["proven"]);
        Assert.NotEqual(up.Log.Outputs["exchangeThumbprint"], repaired.Log.Outputs["exchangeThumbprint"]);
        Assert.Empty((await ExpectAsync(bench, bench.Host().PreviewAsync())).Changes);

        await ExpectAsync(bench, bench.Host().DestroyAsync());
        Assert.Empty(Bench.Resources(bench.Host()));
    }

    private static void AssertNoticed(DeploymentResult broken)
    {
        var endpoint = Assert.Single(
            broken.Changes, step => step.Operation == StepOperation.Update && step.Type.EndsWith(":AuthMetadataEndpoint", StringComparison.Ordinal));
        Assert.Equal("exchange", endpoint.Name);
        Assert.Equal(["fingerprint"], endpoint.Changes.Keys);

        var partner = Assert.Single(broken.Changes, step => step.Type.EndsWith(":PartnerApplication", StringComparison.Ordinal));
        Assert.Equal(("exchange-on-lync", StepOperation.Update), (partner.Name, partner.Operation));
        Assert.Equal(["refreshTrigger"], partner.Changes.Keys);
    }

    private static async Task<DeploymentResult> ExpectAsync(Bench bench, Task<DeploymentResult> command)
    {
        var result = await command;
        Assert.True(result.Succeeded, bench.Output.ToString());
        return result;
    }
}
