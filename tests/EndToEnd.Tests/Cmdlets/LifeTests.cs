using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.EndToEnd.Tests.Cmdlets;

/// <summary>The examples as they are, on real shells: only their configuration differs.</summary>
public sealed class LifeTests
{
    [SkippableFact]
    public async Task The_two_way_trust_is_deployed_through_cmdlets_settled_and_removed()
    {
        await using var bench = await CmdletBench.OpenAsync("two-way-trust", "Example.TwoWayTrust");

        var up = await bench.ExpectAsync(bench.Host().UpAsync());
        Assert.Equal(true, up.Log.Outputs["proven"]);
        Assert.Empty((await bench.ExpectAsync(bench.Host().PreviewAsync())).Changes);
        Assert.Empty((await bench.ExpectAsync(bench.Host().RefreshAsync())).Changes);

        await bench.ExpectAsync(bench.Host().DestroyAsync());
        Assert.Empty(Bench.Resources(bench.Host()));
        await AssertGoneAsync(bench);
        Assert.Contains("Set-AuthConfig -PublishCertificate", await File.ReadAllTextAsync(bench.Transcript), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_component_is_deployed_through_cmdlets_and_removed()
    {
        await using var bench = await CmdletBench.OpenAsync("two-way-trust-component", "Example.Component");

        var up = await bench.ExpectAsync(bench.Host().UpAsync());
        Assert.Equal(true, up.Log.Outputs["proven"]);
        Assert.Empty((await bench.ExpectAsync(bench.Host().PreviewAsync())).Changes);

        await bench.ExpectAsync(bench.Host().DestroyAsync());
        Assert.Empty(Bench.Resources(bench.Host()));
        await AssertGoneAsync(bench);
    }

    /// <summary>The day of the switch is brought forward by cmdlet, since the clock is the machine's.</summary>
    [SkippableFact]
    public async Task A_rollover_is_staged_published_and_taken_over_through_cmdlets()
    {
        await using var bench = await CmdletBench.OpenAsync("certificate-rollover", "Example.Rollover");
        var steady = (await bench.ExpectAsync(bench.Host().UpAsync())).Log.Outputs;
        AssertState(steady, "current");

        bench.Configure("certificate-rollover:generation", "2");
        bench.Configure("certificate-rollover:switchAt", TimeProvider.System.GetUtcNow().AddDays(4).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
        var staged = (await bench.ExpectAsync(bench.Host().UpAsync())).Log.Outputs;
        AssertState(staged, "next");
        Assert.NotEqual(steady["thumbprint"], staged["thumbprint"]);

        var (code, text) = await bench.PluginAsync("lab", "publish", "--server", Litware.Exchange, "--data", bench.Data);
        Assert.True(code == 0, text);
        bench.Configure("certificate-rollover:switchAt", null);
        var switched = (await bench.ExpectAsync(bench.Host().UpAsync())).Log.Outputs;
        AssertState(switched, "current");
        Assert.Equal(staged["thumbprint"], switched["thumbprint"]);
        Assert.Empty((await bench.ExpectAsync(bench.Host().PreviewAsync())).Changes);
    }

    private static void AssertState(PropertyMap outputs, string state) => Assert.Equal((state, true), (outputs["state"], outputs["proven"]));

    /// <summary>Exchange keeps signing and both keep publishing: no cmdlet ends that.</summary>
    private static async Task AssertGoneAsync(CmdletBench bench)
    {
        var state = await EmulatedServers.ReadAsync(bench.Data);
        Assert.Empty(state.PartnerApplications);
        Assert.Equal(CertificateSlots.Empty, state.Certificates.GetValueOrDefault(Litware.Lync, CertificateSlots.Empty));
        Assert.All(state.OAuthConfigurations.Values, settings => Assert.Null(settings.ExchangeAutodiscoverUrl));
    }
}
