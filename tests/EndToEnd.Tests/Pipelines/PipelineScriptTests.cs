namespace PartnerTrust.EndToEnd.Tests.Pipelines;

/// <summary>The script that all pipelines of <c>examples/pipelines</c> call, in a real PowerShell, through the days of a stack.</summary>
public sealed class PipelineScriptTests : IDisposable
{
    private const string Program = "two-way-trust";
    private const string Exchange = "autodiscover.litwareinc.com";

    private readonly ExampleCheckout checkout = new();

    public void Dispose() => checkout.Dispose();

    [SkippableFact]
    public async Task A_stack_is_previewed_applied_found_to_drift_and_repaired()
    {
        Require();

        await AssertEndsAsync(0, "Preview", "2 directions will be set up");
        Assert.Contains("**autodiscover.litwareinc.com**, partner application \"LyncEnterprise\": new", await ReportAsync(), StringComparison.Ordinal);
        await AssertEndsAsync(0, "Apply", "9 created");
        await AssertEndsAsync(0, "Drift", "9 unchanged");

        await LabAsync("roll", "--server", Exchange);
        await AssertEndsAsync(7, "Drift", "PT3026");
        await AssertEndsAsync(3, "Status", "PT5025");
        await AssertEndsAsync(0, "Apply", "updated");
        await AssertEndsAsync(0, "Status", "OK");
    }

    /// <summary>Nobody has a mailbox any more: the check would fail, and nothing is touched.</summary>
    [SkippableFact]
    public async Task A_preview_whose_check_would_fail_closes_the_gate_and_is_reported_all_the_same()
    {
        Require();
        var settings = Path.Combine(checkout.Folder(Program), "Pulumi.dev.yaml");
        var text = await File.ReadAllTextAsync(settings);
        Assert.Contains("- sipUri: sip:kenmyer@litwareinc.com", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(settings, text.Replace("- sipUri: sip:kenmyer@", "- sipUri: sip:somebody.else@", StringComparison.Ordinal));

        await AssertEndsAsync(4, "Preview", "PT");
        Assert.Contains("The preview failed", await ReportAsync(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(checkout.Data(Program)));
    }

    private static void Require()
    {
        Checkout.RequirePlugin();
        Skip.If(RealPowerShell.Missing is not null, RealPowerShell.Missing);
        Skip.If(OperatingSystem.IsWindows(), "The example's tools are scripts of a Unix shell.");
    }

    private Task<string> ReportAsync() => File.ReadAllTextAsync(Path.Combine(checkout.Folder(Program), "trust-report", "report.md"));

    private async Task AssertEndsAsync(int expected, string action, string said)
    {
        var script = Path.Combine(ExampleCheckout.Source, "pipelines", "Invoke-Trust.ps1");
        var (code, text) = await Tool.RunAsync(
            RealPowerShell.Line[0],
            [.. RealPowerShell.Line.Skip(1), "-NoProfile", "-NonInteractive", "-File", script, action, "-Stack", "dev", "-Project", checkout.Folder(Program)],
            checkout.Root,
            [.. checkout.Environment, ("PULUMI_CONFIG_PASSPHRASE", "lab"), ("NO_COLOR", "1")]);

        Assert.True(code == expected && text.Contains(said, StringComparison.Ordinal), $"{action} ended with {code}:\n{text}");
    }

    private async Task LabAsync(string command, params string[] arguments)
    {
        var (code, text) = await Tool.RunAsync(Checkout.Plugin, ["lab", command, "--data", checkout.Data(Program), .. arguments], checkout.Root);
        Assert.True(code == 0, text);
    }
}
