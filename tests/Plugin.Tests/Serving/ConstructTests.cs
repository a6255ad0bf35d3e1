using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Components;
using PartnerTrust.Plugin.Components.Building;
using PartnerTrust.Plugin.Components.TwoWayTrusts;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using ListValue = PartnerTrust.Protocol.Properties.ListValue;

namespace PartnerTrust.Plugin.Tests.Serving;

public sealed class ConstructTests
{
    private const string ComponentUrn = "urn:pulumi:dev::trust::partnertrust:index:TwoWayTrust::trust";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ConcurrentQueue<RegisterResourceRequest> registered = new();
    private readonly ConcurrentQueue<RegisterResourceOutputsRequest> outputs = new();

    [Fact]
    public async Task A_component_is_registered_with_its_user_s_options_before_its_children_and_answers_with_their_dependencies()
    {
        await using var monitor = await StartMonitorAsync();
        await using var session = Session();
        var request = Request(monitor, Sides().Set("lync", new OutputValue(Side(PluginUnderTest.Lync), IsSecret: false, ["urn:dependency"])));
        request.Protect = true;
        request.AcceptsOutputValues = true;
        request.Providers["partnertrust"] = "urn:provider::1";

        var response = await Component(session).ConstructAsync(request, None);

        var (component, child) = (registered.First(), registered.Last());
        Assert.Equal(ComponentUrn, response.Urn);
        Assert.True(component.Protect);
        Assert.False(component.Custom);
        Assert.Equal("urn:provider::1", component.Providers["partnertrust"]);
        Assert.Equal((ComponentUrn, "trust-lync", true), (child.Parent, child.Name, child.Custom));
        Assert.Equal(["urn:dependency"], child.PropertyDependencies["server"].Urns);
        Assert.Equal(["urn:child"], response.StateDependencies["lyncThumbprint"].Urns);
        Assert.Equal("AB", PropertyCodec.Decode(Assert.Single(outputs).Outputs)["lyncThumbprint"].Unwrap() is TextValue text ? text.Value : null);
    }

    [Theory]
    [InlineData(false, "urn:own::2")]
    [InlineData(true, "")]
    public async Task Children_go_to_the_provider_that_constructs_unless_their_user_chose_one(bool isChosen, string expected)
    {
        await using var monitor = await StartMonitorAsync();
        await using var session = Session();
        session.Reference = "urn:own::2";
        var request = Request(monitor, Sides());
        if (isChosen)
        {
            request.Providers["partnertrust"] = "urn:provider::1";
        }

        await Component(session).ConstructAsync(request, None);

        Assert.Equal([expected], registered.Where(request => request.Custom).Select(request => request.Provider).Distinct());
    }

    /// <summary>A real Lync server does not show them, and a record that was imported was never written by the stack.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Keys_that_nobody_knows_are_left_out_and_are_open_in_a_preview_alone(bool isPreview)
    {
        await using var monitor = await StartMonitorAsync();
        await using var session = Session();
        var request = Request(monitor, Sides());
        request.DryRun = isPreview;
        var component = new ConstructRpc(session, new ComponentRegistry(PackageSchema.BuiltIn, [new TwoWayTrust()]));

        await component.ConstructAsync(request, None);

        var directions = (ListValue)PropertyCodec.Decode(Assert.Single(outputs).Outputs)["directions"].Unwrap();
        Assert.Equal(2, directions.Items.Length);
        Assert.All(directions.Items, direction => Assert.Equal(isPreview, ((PropertyMap)direction.Unwrap()).ContainsKey("trustedThumbprints")));
    }

    [Fact]
    public async Task Wrong_inputs_are_refused_by_path_before_anything_is_registered()
    {
        await using var monitor = await StartMonitorAsync();
        await using var session = Session();

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            Component(session).ConstructAsync(Request(monitor, Sides().Set("check", PropertyMap.Of(("folder", "Outbox")))), None));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal(["check.folder", "check.sipUri"], failure.Detail<InputPropertiesError>()!.Errors.Select(error => error.PropertyPath).Order());
        Assert.Empty(registered);
    }

    private Task<GrpcServer> StartMonitorAsync() => GrpcServer.StartAsync(
        new GrpcServerOptions(),
        [
            new GrpcService("pulumirpc.ResourceMonitor")
                .Unary<RegisterResourceRequest, RegisterResourceResponse>("RegisterResource", RegisterResourceRequest.Parser, (request, _) =>
                {
                    registered.Enqueue(request);
                    return Task.FromResult(request.Custom
                        ? new RegisterResourceResponse { Urn = "urn:child", Id = "1", Object = PropertyCodec.Encode(
                            PropertyMap.Of(("thumbprint", "AB"), ("issuer", "a@litwareinc.com"))) }
                        : new RegisterResourceResponse { Urn = ComponentUrn });
                })
                .Unary<RegisterResourceOutputsRequest, Empty>("RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, (request, _) =>
                {
                    outputs.Enqueue(request);
                    return Task.FromResult(new Empty());
                }),
        ],
        None);

    private static ProviderSession Session() => new(
        new SessionEnvironment(PackageSchema.BuiltIn, TimeProvider.System, NullLoggerFactory.Instance, _ => null, Path.GetTempPath()),
        (_, _, _) => throw new InvalidOperationException("No engine is needed."));

    private static ConstructRpc Component(ProviderSession session) =>
        new(session, new ComponentRegistry(PackageSchema.BuiltIn, [new OneChild()]));

    private static ConstructRequest Request(GrpcServer monitor, PropertyMap inputs) => new()
    {
        Type = "partnertrust:index:TwoWayTrust",
        Name = "trust",
        MonitorEndpoint = $"127.0.0.1:{monitor.Port}",
        Inputs = PropertyCodec.Encode(inputs),
    };

    private static PropertyMap Sides() => PropertyMap.Of(("lync", Side(PluginUnderTest.Lync)), ("exchange", Side(PluginUnderTest.Exchange)));

    private static PropertyMap Side(string server) => PropertyMap.Of(("server", server));

    private sealed class OneChild : IComponent
    {
        public string Name => "TwoWayTrust";

        public async Task<PropertyMap> BuildAsync(ComponentBuild build)
        {
            var child = await build.RegisterAsync(
                "CertificateBinding", $"{build.Name}-lync", PropertyMap.Of(("server", build.Inputs["lync"] is OutputValue side
                    ? side with { Value = ((PropertyMap)side.Value!)["server"] }
                    : build.Inputs["lync"])));
            return PropertyMap.Of(("lyncThumbprint", child.Output("thumbprint")));
        }
    }
}
