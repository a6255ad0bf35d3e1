using System.Diagnostics;
using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Plugins;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>Runs that end too early leave a state from which the next one goes on.</summary>
public sealed class InterruptionTests
{
    private const int Count = 20;
    private const string Program = "two-way-trust";

    [SkippableFact]
    public async Task After_a_plugin_was_killed_the_next_update_makes_what_is_missing_and_nothing_twice()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();

        var broken = await bench.Host(new KillingProgram(DeclareAsync)).UpAsync();
        var repaired = await bench.Host(stack => DeclareAsync(stack, () => { })).UpAsync();
        var settled = await bench.Host(stack => DeclareAsync(stack, () => { })).PreviewAsync();

        Assert.False(broken.Succeeded);
        Assert.Contains(broken.Log.Diagnostics, said => said.Message.Contains("exited prematurely", StringComparison.Ordinal));
        Assert.True(repaired.Succeeded, bench.Output.ToString());
        Assert.Empty(settled.Changes);
    }

    [SkippableFact]
    public async Task Ctrl_C_ends_an_update_at_once_and_the_next_one_goes_on()
    {
        Checkout.RequirePlugin();
        Skip.If(OperatingSystem.IsWindows(), "there is no signal to send to another console");
        using var checkout = new ExampleCheckout();

        var host = Path.Combine(AppContext.BaseDirectory, "partnertrust-deployment.dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [host, "up", "--yes", "--skip-preview", "--cwd", checkout.Folder(Program)]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("created", StringComparison.Ordinal))
        {
        }

        ProcessSignal.Send(process);
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        var next = await checkout.Host(Program).UpAsync();
        var settled = await checkout.Host(Program).PreviewAsync();

        Assert.Equal((int)DeploymentEnd.Cancelled, process.ExitCode);
        Assert.True(next.Succeeded, checkout.Output.ToString());
        Assert.Empty(settled.Changes);
    }

    [SkippableFact]
    public async Task Two_plugins_on_one_data_directory_lose_nothing()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        Task Declare(TestStack stack, string prefix) =>
            Task.WhenAll(Enumerable.Range(0, Count).Select(number => Partners.TrustAsync(stack, $"{prefix}-{number}")));

        var results = await Task.WhenAll(
            bench.Host(stack => Declare(stack, "left"), "dev").UpAsync(),
            bench.Host(stack => Declare(stack, "right"), "other").UpAsync());
        var refreshed = await Task.WhenAll(
            bench.Host(stack => Declare(stack, "left"), "dev").RefreshAsync(),
            bench.Host(stack => Declare(stack, "right"), "other").RefreshAsync());

        Assert.All(results, result => Assert.True(result.Succeeded, bench.Output.ToString()));
        Assert.All(
            results,
            result => Assert.Equal(2 * Count, result.Changes.Count(step => step.Type.EndsWith(":PartnerApplication", StringComparison.Ordinal))));
        Assert.All(refreshed, result => Assert.Empty(result.Changes));
    }

    private static async Task DeclareAsync(TestStack stack, Action halfWay)
    {
        for (var number = 0; number < Count; number++)
        {
            if (number == Count / 2)
            {
                halfWay();
            }

            await Partners.OneWayAsync(stack, Litware.Lync, $"partner-{number}");
        }
    }

    /// <summary>Kills the plugin when half of its resources are made.</summary>
    private sealed class KillingProgram(Func<TestStack, Action, Task> declare) : IProgram
    {
        public Task<int> RunAsync(DeploymentRun run, CancellationToken kill) => new TestProgram(stack => declare(stack, () =>
        {
            foreach (var id in run.Providers.Plugins.ProcessIds)
            {
                Process.GetProcessById(id).Kill();
            }
        })).RunAsync(run, kill);
    }
}
