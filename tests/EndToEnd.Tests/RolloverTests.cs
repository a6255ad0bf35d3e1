using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>A year in which Exchange's certificate is renewed, by configuration alone, as the example tells it; the servers' clock is
/// moved.</summary>
public sealed class RolloverTests
{
    private const string Example = "certificate-rollover";

    [SkippableFact]
    public async Task No_step_of_a_rollover_refuses_a_call_and_the_old_key_counts_for_nothing_in_the_end()
    {
        Checkout.RequirePlugin();
        using var checkout = new ExampleCheckout();
        var begun = TimeProvider.System.GetUtcNow();

        var steady = await UpAsync(checkout);
        AssertState(steady, "current", keys: 1);

        await AdvanceAsync(checkout, 300);
        await AssertSettledAsync(checkout);
        await checkout.CommandAsync(Example, "config", "set", "generation", "2");
        await checkout.CommandAsync(Example, "config", "set", "switchAt", begun.AddDays(303).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
        var staged = await UpAsync(checkout);
        AssertState(staged, "next", keys: 2);
        Assert.NotEqual(steady["thumbprint"], staged["thumbprint"]);
        await AssertSettledAsync(checkout);

        await AdvanceAsync(checkout, 2);
        await AssertSettledAsync(checkout);

        await AdvanceAsync(checkout, 2);
        await checkout.CommandAsync(Example, "config", "rm", "switchAt");
        var switched = await UpAsync(checkout);
        AssertState(switched, "current", keys: 2);
        Assert.Equal(staged["thumbprint"], switched["thumbprint"]);
        await AssertSettledAsync(checkout);

        await checkout.CommandAsync(Example, "config", "set", "retire", "true");
        AssertState(await UpAsync(checkout), "current", keys: 2);
        await AssertSettledAsync(checkout);

        await AdvanceAsync(checkout, 1);
        var retired = await UpAsync(checkout);
        AssertState(retired, "current", keys: 1);
        await AssertSettledAsync(checkout);
        Assert.Equal([switched["thumbprint"]], await KeysOfExchangeOnLyncAsync(checkout));
    }

    [SkippableFact]
    public async Task A_switch_that_comes_without_anybody_touching_the_stack_breaks_nothing()
    {
        Checkout.RequirePlugin();
        using var checkout = new ExampleCheckout();
        await UpAsync(checkout);
        await checkout.CommandAsync(Example, "config", "set", "generation", "2");
        await checkout.CommandAsync(
            Example, "config", "set", "switchAt", TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
        await UpAsync(checkout);

        await AdvanceAsync(checkout, 4);
        var refreshed = await checkout.ExpectAsync(checkout.Host(Example).RefreshAsync());

        Assert.Equal(
            ["exchange"],
            refreshed.Changes.Where(step => step.Type.EndsWith(":CertificateBinding", StringComparison.Ordinal)).Select(step => step.Name));
        Assert.DoesNotContain(refreshed.Log.Diagnostics, said => said.Urn.Contains(":ConnectivityCheck::", StringComparison.Ordinal));
        Assert.DoesNotContain(refreshed.Changes, step => step.Type.EndsWith(":ConnectivityCheck", StringComparison.Ordinal));
    }

    private static async Task<PropertyMap> UpAsync(ExampleCheckout checkout) =>
        (await checkout.ExpectAsync(checkout.Host(Example).UpAsync())).Log.Outputs;

    /// <summary>The refresh makes both calls again.</summary>
    private static async Task AssertSettledAsync(ExampleCheckout checkout)
    {
        Assert.Empty((await checkout.ExpectAsync(checkout.Host(Example).PreviewAsync())).Changes);
        Assert.Empty((await checkout.ExpectAsync(checkout.Host(Example).RefreshAsync())).Changes);
    }

    private static void AssertState(PropertyMap outputs, string state, int keys)
    {
        Assert.Equal(state, outputs["state"]);
        Assert.Equal(keys, outputs["keysThatLyncTrusts"]);
        Assert.Equal(true, outputs["proven"]);
    }

    private static async Task AdvanceAsync(ExampleCheckout checkout, int days)
    {
        var (code, text) = await Tool.RunAsync(
            Checkout.Plugin, ["lab", "clock", "--advance", $"{days}d", "--data", checkout.Data(Example)], checkout.Folder(Example));
        Assert.True(code == 0, text);
    }

    private static async Task<IEnumerable<PropertyValue>> KeysOfExchangeOnLyncAsync(ExampleCheckout checkout)
    {
        var state = await EmulatedServers.ReadAsync(checkout.Data(Example));
        var record = Assert.Single(state.PartnerApplications.Values, record => record.Server == Litware.Lync);
        return record.TrustedKeys!.Value.Select(key => (PropertyValue)key.Thumbprint.Hex);
    }
}
