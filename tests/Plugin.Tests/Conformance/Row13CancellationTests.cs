using System.Diagnostics;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.Conformance;

/// <summary>Row 13 of pulumi-protocol.md 8.1: a create that waits for a slow server stops at once, and the next run goes on from what is
/// there.</summary>
public sealed class Row13CancellationTests
{
    [Fact]
    public async Task Cancel_ends_a_create_that_waits_for_a_slow_partner_and_the_next_run_makes_it()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await SwitchAsync(plugin, slow: true);
        var waiting = new ManagedResource(plugin, "PartnerApplication");
        var create = waiting.UpAsync(Programs.Partner());
        while (!plugin.Engine.FirstLog.IsCompleted)
        {
            plugin.Time.Advance(TimeSpan.FromMilliseconds(800));
            await plugin.Client.GetPluginInfoAsync(CancellationToken.None);
        }

        var watch = Stopwatch.StartNew();
        await plugin.Client.CancelAsync(CancellationToken.None);
        var failure = await Assert.ThrowsAsync<RpcException>(() => create);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        Assert.Null(failure.Detail<ErrorResourceInitFailed>());
        await SwitchAsync(plugin, slow: false);
        await using var next = await PluginUnderTest.StartConfiguredAsync(folder: plugin.Folder, clock: plugin.Time);
        var again = new ManagedResource(next, "PartnerApplication");
        await again.UpAsync(Programs.Partner());
        Assert.Empty((await again.DiffAsync(Programs.Partner())).DetailedDiff);
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(1e9)]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    public async Task A_timeout_that_no_timer_holds_is_none(double seconds)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var settings = new ManagedResource(plugin, "OAuthConfiguration");

        await settings.UpAsync(Programs.OAuth(), seconds);

        Assert.True(settings.Exists);
    }

    private static async Task SwitchAsync(PluginUnderTest plugin, bool slow)
    {
        await using var lab = await EmbeddedLab.OpenAsync(plugin.DataDirectory, plugin.Time, NullLoggerFactory.Instance, CancellationToken.None);
        await (slow
            ? lab.Faults.SwitchOnAsync(new HostFault(PluginUnderTest.Exchange, HostFaultKind.Slow, "30"), CancellationToken.None)
            : lab.Faults.SwitchOffAsync(PluginUnderTest.Exchange, null, CancellationToken.None));
    }
}
