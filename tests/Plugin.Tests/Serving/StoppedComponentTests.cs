using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Serving;

/// <summary>A component whose deployment ends under it: the child that failed has told why.</summary>
public sealed class StoppedComponentTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(StatusCode.Unavailable, "resource monitor shut down while waiting on step's done channel")]
    [InlineData(StatusCode.Unavailable, "resource monitor shut down")]
    [InlineData(StatusCode.Cancelled, "context canceled")]
    [InlineData(StatusCode.Internal, "resource registration failed")]
    public async Task It_says_no_more_than_that_it_is_not_complete(StatusCode status, string message)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(request =>
            request.Custom ? throw RpcFailure.Of(status, message) : Registered(request));

        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.ConstructAsync(Request(monitor), None));

        AssertShort(failure);
    }

    [Fact]
    public async Task It_says_no_more_when_the_plugin_is_told_to_stop()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        using var gate = new ManualResetEventSlim();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var monitor = await RecordingMonitor.StartAsync(request =>
        {
            if (request.Custom)
            {
                reached.TrySetResult();
                gate.Wait(TimeSpan.FromSeconds(30));
            }

            return Registered(request);
        });
        var construct = plugin.Client.ConstructAsync(Request(monitor), None);
        await reached.Task;

        await plugin.Client.CancelAsync(None);
        var failure = await Assert.ThrowsAsync<RpcException>(() => construct);
        gate.Set();

        AssertShort(failure);
    }

    [Fact]
    public async Task What_the_monitor_says_for_another_reason_is_handed_on()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(request =>
            request.Custom ? throw RpcFailure.Of(StatusCode.Unknown, "unknown provider 'x'") : Registered(request));

        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.ConstructAsync(Request(monitor), None));

        Assert.Equal((StatusCode.Unknown, "unknown provider 'x'"), (failure.StatusCode, failure.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("partnertrust:index:TwoWayTrust")]
    public async Task It_has_no_id_and_its_import_tells_what_is_imported_instead(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.ReadAsync(
            new ReadRequest { Id = "trust", Urn = "urn:pulumi:dev::trust::partnertrust:index:TwoWayTrust::trust", Type = type }, None));

        Assert.Equal(
            "PT1031: \"partnertrust:index:TwoWayTrust\" is a component: it has no id of its own and cannot be imported. Expected: one of the "
            + "resources that it is made of: CertificateBinding, AuthMetadataEndpoint, PartnerApplication, OAuthConfiguration, AuthorizationServer, ConnectivityCheck. "
            + "Import these, each by its own id and with the component as its parent.",
            failure.Message);
    }

    private static void AssertShort(RpcException failure)
    {
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        Assert.Equal(
            "PT1032: The deployment ended before every child of the component was created. Expected: a deployment that goes on until all of them are "
            + "there. Look at the error of the child that failed, and run the update again.",
            failure.Message);
    }

    private static RegisterResourceResponse Registered(RegisterResourceRequest request) => new()
    {
        Urn = RecordingMonitor.UrnOf(request.Type, request.Name),
        Object = new(),
    };

    private static ConstructRequest Request(RecordingMonitor monitor) => new()
    {
        Type = "partnertrust:index:TwoWayTrust",
        Name = "trust",
        MonitorEndpoint = monitor.Address,
        Inputs = PropertyCodec.Encode(PropertyMap.Of(
            ("lync", PropertyMap.Of(("server", PluginUnderTest.Lync))), ("exchange", PropertyMap.Of(("server", PluginUnderTest.Exchange))))),
    };
}
