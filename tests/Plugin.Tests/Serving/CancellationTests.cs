using System.Diagnostics;
using Grpc.Core;
using NSubstitute;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Serving;

public sealed class CancellationTests
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITrustEngine engine = Substitute.For<ITrustEngine>();

    public CancellationTests()
    {
        engine.Reader.ReadAsync(Arg.Any<ServerQuery>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(call => new ServerSnapshot(call.Arg<ServerQuery>().Server, call.Arg<ServerQuery>().Parts));
        engine.Writer.BindCertificateAsync(Arg.Any<BindCertificate>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(async call =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, call.Arg<CancellationToken>());
            return null!;
        });
    }

    [Fact]
    public async Task Cancel_stops_a_long_create_at_once_and_says_that_nothing_happened()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync((_, _, _) => Task.FromResult(engine));
        var create = new ManagedResource(plugin, "CertificateBinding").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        await reached.Task;

        var watch = Stopwatch.StartNew();
        await plugin.Client.CancelAsync(CancellationToken.None);
        await plugin.Client.CancelAsync(CancellationToken.None);
        var failure = await Assert.ThrowsAsync<RpcException>(() => create);

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        Assert.Contains("PT8002", failure.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_timeout_is_obeyed_and_the_status_line_talks_until_then()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync((_, _, _) => Task.FromResult(engine));
        var resource = new ManagedResource(plugin, "CertificateBinding");
        var create = resource.UpAsync(Programs.Certificate(PluginUnderTest.Lync), timeout: 30);
        await reached.Task;

        plugin.Time.Advance(TimeSpan.FromSeconds(1));
        await plugin.Engine.FirstLog;
        plugin.Time.Advance(TimeSpan.FromSeconds(28));
        Assert.False(create.IsCompleted);
        plugin.Time.Advance(TimeSpan.FromSeconds(2));
        var failure = await Assert.ThrowsAsync<RpcException>(() => create);

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        var shown = plugin.Engine.Logs.Where(log => log.Ephemeral).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, log => Assert.Equal(resource.Urn, log.Urn));
    }

    [Fact]
    public async Task Cancel_before_configuration_is_safe()
    {
        await using var plugin = await PluginUnderTest.StartAsync();

        await plugin.Client.CancelAsync(CancellationToken.None);
    }
}
