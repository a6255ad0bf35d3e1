using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Output;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>Every example through its whole life, whatever language it is written in.</summary>
public sealed class ExampleTests
{
    public static TheoryData<Example> Examples => [.. Example.All];

    [Fact]
    public void Every_example_has_a_row() => Assert.Equal(
        Example.Folders().Order(StringComparer.Ordinal), Example.All.Select(example => example.Folder).Order(StringComparer.Ordinal));

    [SkippableTheory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public async Task An_example_is_previewed_deployed_settled_and_leaves_nothing_behind(Example example)
    {
        Checkout.RequireRuntime(example);
        using var checkout = new ExampleCheckout();
        var data = checkout.Data(example.Adopts ?? example.Folder);
        if (example.Adopts is { } installation)
        {
            await checkout.ExpectAsync(checkout.Host(installation).UpAsync());
        }

        if (example.Adopts is not null)
        {
            await checkout.CommandAsync(example.Folder, "config", "set", "adopt", "true");
        }

        var preview = await checkout.ExpectAsync(checkout.Host(example.Folder).PreviewAsync());
        Assert.NotEmpty(preview.Changes);
        Assert.Empty(WarningsOf(preview));
        var up = await checkout.ExpectAsync(checkout.Host(example.Folder).UpAsync());
        Assert.Empty(WarningsOf(up));
        Assert.Equal(example.Value, ValueText.Of(up.Log.Outputs[example.Output]));
        Assert.Empty((await checkout.ExpectAsync(checkout.Host(example.Folder).PreviewAsync())).Changes);
        Assert.Empty((await checkout.ExpectAsync(checkout.Host(example.Folder).RefreshAsync())).Changes);

        checkout.Host(example.Folder).State.Unprotect(null);
        var destroyed = await checkout.ExpectAsync(checkout.Host(example.Folder).DestroyAsync());
        Assert.All(WarningsOf(destroyed), warning => Assert.StartsWith("PT7041: ", warning, StringComparison.Ordinal));
        Assert.Empty(Bench.Resources(checkout.Host(example.Folder)));
        await EmulatedServers.AssertEmptyAsync(data);
    }

    // What examples/README.md promises of them.
    private static IEnumerable<string> WarningsOf(DeploymentResult result) =>
        result.Log.Diagnostics.Where(said => said.Severity == DiagnosticSeverity.Warning).Select(said => said.Message);
}
