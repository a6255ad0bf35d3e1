using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Secrets;

/// <summary>What the schema calls secret is marked so before the engine hears of it, whatever the program did.</summary>
public sealed class ComponentSecretTests
{
    private const string Planted = "Pl4nted-Secret-0193";
    private const string Type = "partnertrust:index:TwoWayTrust";
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, PropertyValue> Sides
    {
        get
        {
            var literal = Source(Planted);
            return new()
            {
                { "literal", Side(literal) },
                { "marked", Side(Source(new SecretValue(Planted))) },
                { "output", Side(Source(new OutputValue(Planted, false, ["urn:source"]))) },
                { "output of a source", Side(new OutputValue(literal, false, ["urn:source"])) },
                { "output of a side", new OutputValue(Side(literal), false, ["urn:source"]) },
                { "secret side", new SecretValue(Side(literal)) },
                { "beside what is not known", Side(literal.Set("pfx", new OutputValue(null, false, ["urn:source"]))) },
                { "output of a side that is partly known", new OutputValue(Side(literal.Set("pfx", UnknownValue.Text)), false, ["urn:source"]) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task Component_children_and_outputs_hold_it_as_a_secret(string form, PropertyValue side)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Answer);

        var response = await plugin.Client.ConstructAsync(Request(monitor, side), None);

        var (component, children) = (monitor.Registered.First(), monitor.Registered.Skip(1).ToList());
        Assert.Contains(Planted, component.Object.ToString(), StringComparison.Ordinal);
        AssertHidden(component.Object, form);
        Assert.Contains(children, child => child.Object.ToString().Contains(Planted, StringComparison.Ordinal));
        Assert.All(children, child => AssertHidden(child.Object, form));
        Assert.All(monitor.Completed, completed => AssertHidden(completed.Outputs, form));
        AssertHidden(response.State, form);
        if (form.Contains("output", StringComparison.Ordinal))
        {
            Assert.Contains("urn:source", children.Single(child => child.Type.EndsWith(":CertificateBinding", StringComparison.Ordinal)
                && child.Name == "trust-lync").PropertyDependencies["source"].Urns);
            Assert.Contains("urn:source", component.Object.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_component_s_inputs_are_registered_in_the_form_in_which_they_came()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Answer);
        var request = Request(monitor, Side(Source(new SecretValue(Planted)).Set("pfx", new SecretValue("AAAA"))));
        request.InputDependencies["lync"] = new ConstructRequest.Types.PropertyDependencies { Urns = { "urn:listed" } };

        await plugin.Client.ConstructAsync(request, None);

        Assert.Equal(request.Inputs, monitor.Registered.First().Object);
    }

    [Fact]
    public async Task A_refusal_names_in_its_detail_only_what_may_be_read()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Answer);
        var side = PropertyMap.Of(
            ("server", PluginUnderTest.Lync), ("trustLevel", new SecretValue(Planted)), ("renewBeforeDays", "soon"),
            ("certificate", PropertyMap.Of(("pfxPassword", PropertyMap.Of(("inner", Planted))), ("pfxx", Planted))));

        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.ConstructAsync(Request(monitor, side), None));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.DoesNotContain(Planted, failure.Message + failure.Detail<InputPropertiesError>(), StringComparison.OrdinalIgnoreCase);
        var named = Assert.Single(failure.Detail<InputPropertiesError>()!.Errors);
        Assert.Equal("lync.renewBeforeDays", named.PropertyPath);
        Assert.DoesNotContain(named.Reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains("lync.trustLevel: PT1004", failure.Message, StringComparison.Ordinal);
        Assert.Contains("lync.certificate.pfxPassword: PT1003", failure.Message, StringComparison.Ordinal);
        Assert.Contains("lync.certificate.pfxx: PT1002", failure.Message, StringComparison.Ordinal);
    }

    private static PropertyMap Source(PropertyValue password) => PropertyMap.Of(("pfx", "AAAA"), ("pfxPassword", password));

    private static PropertyMap Side(PropertyValue certificate) => PropertyMap.Of(("server", PluginUnderTest.Lync), ("certificate", certificate));

    private static ConstructRequest Request(RecordingMonitor monitor, PropertyValue lync) => new()
    {
        Type = Type,
        Name = "trust",
        MonitorEndpoint = monitor.Address,
        AcceptsOutputValues = true,
        DryRun = true,
        Inputs = PropertyCodec.Encode(PropertyMap.Of(("lync", lync), ("exchange", PropertyMap.Of(("server", PluginUnderTest.Exchange))))),
    };

    /// <summary>The engine answers with what it was given.</summary>
    private static RegisterResourceResponse Answer(RegisterResourceRequest request) => new()
    {
        Urn = RecordingMonitor.UrnOf(request.Type, request.Name),
        Id = request.Custom ? "1" : "",
        Object = request.Object,
    };

    private static void AssertHidden(Google.Protobuf.WellKnownTypes.Struct values, string form) =>
        Assert.False(PropertyCodec.Decode(values).ToString().Contains(Planted, StringComparison.Ordinal), form);
}
