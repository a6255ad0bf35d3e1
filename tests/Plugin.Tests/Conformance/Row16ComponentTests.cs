using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

using Struct = Google.Protobuf.WellKnownTypes.Struct;
using WireValue = Google.Protobuf.WellKnownTypes.Value;

namespace PartnerTrust.Plugin.Tests.Conformance;

/// <summary>Row 16 of pulumi-protocol.md 8.1: a component of this package, constructed against a monitor that remembers.</summary>
public sealed class Row16ComponentTests
{
    private const string Type = "partnertrust:index:TwoWayTrust";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Children_are_named_after_the_component_and_stand_under_it()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Known);

        var response = await plugin.Client.ConstructAsync(Request(monitor, Inputs()), None);

        var urn = RecordingMonitor.UrnOf(Type, "trust");
        Assert.Equal(urn, response.Urn);
        var children = monitor.Registered.Where(request => request.Custom).ToList();
        Assert.All(children, child => Assert.Equal(urn, child.Parent));
        Assert.Equal(
            [
                "AuthMetadataEndpoint trust-exchange", "AuthMetadataEndpoint trust-lync", "CertificateBinding trust-exchange",
                "CertificateBinding trust-lync", "ConnectivityCheck trust-exchange-to-lync", "ConnectivityCheck trust-lync-to-exchange",
                "OAuthConfiguration trust-lync", "PartnerApplication trust-exchange-on-lync", "PartnerApplication trust-lync-on-exchange",
            ],
            children.Select(child => $"{Short(child)} {child.Name}").Order(StringComparer.Ordinal));
        var outputs = Assert.Single(monitor.Completed);
        Assert.Equal(urn, outputs.Urn);
    }

    [Fact]
    public async Task Settings_come_before_what_shows_them_documents_before_records_and_records_before_the_checks()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Known);

        await plugin.Client.ConstructAsync(Request(monitor, Inputs()), None);

        var children = monitor.Registered.Where(request => request.Custom).ToLookup(Short);
        var published = children["AuthMetadataEndpoint"].Select(UrnOf).ToList();
        var registered = children["PartnerApplication"].Concat(children["OAuthConfiguration"]).Select(UrnOf).ToList();
        Assert.All(children["AuthMetadataEndpoint"], endpoint =>
            Assert.Contains(RecordingMonitor.UrnOf("partnertrust:index:CertificateBinding", endpoint.Name), endpoint.Dependencies));
        Assert.Contains(
            UrnOf(children["OAuthConfiguration"].Single()),
            children["AuthMetadataEndpoint"].Single(endpoint => endpoint.Name == "trust-lync").Dependencies);
        Assert.All(children["PartnerApplication"], record => Assert.Empty(published.Except(record.Dependencies)));
        Assert.All(children["ConnectivityCheck"], check => Assert.Empty(registered.Except(check.Dependencies)));
        Assert.All(children["ConnectivityCheck"], check => Assert.Equal(published.Order(), check.PropertyDependencies["triggers"].Urns.Order()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Lync\nAccount")]
    public async Task An_account_without_a_name_is_refused_of_the_record_that_gets_it(string name)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Known);
        var exchange = PropertyMap.Of(("server", PluginUnderTest.Exchange), ("linkedAccount", PropertyMap.Of(("name", name))));
        await plugin.Client.ConstructAsync(Request(monitor, Inputs().Set("exchange", exchange)), None);
        var record = Child(monitor, "PartnerApplication", "trust-lync-on-exchange");

        var response = await plugin.Client.CheckAsync(
            new CheckRequest { Urn = UrnOf(record), Type = record.Type, Name = record.Name, Olds = new Struct(), News = record.Object }, None);

        var failure = Assert.Single(response.Failures);
        Assert.Equal("linkedAccount.name", failure.Place());
        Assert.StartsWith("PT1012", failure.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_is_handed_on()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Known);
        var request = Request(monitor, Inputs());
        request.Parent = "urn:parent";
        request.Protect = true;
        request.RetainOnDelete = false;
        request.DeleteBeforeReplace = true;
        request.DeletedWith = "urn:other";
        request.StackTraceHandle = "stack";
        request.Providers["partnertrust"] = "urn:provider::id";
        request.Dependencies.Add("urn:before");
        request.Aliases.Add(new Alias { Urn = "urn:alias" });
        request.AdditionalSecretOutputs.Add("directions");
        request.IgnoreChanges.Add("check");
        request.ReplaceOnChanges.Add("lync");
        request.ReplaceWith.Add("urn:with");
        request.ReplacementTrigger = WireValue.ForString("again");
        request.CustomTimeouts = new ConstructRequest.Types.CustomTimeouts { Create = "60s", Update = "70s", Delete = "80s", Read = "90s" };
        request.ResourceHooks = new ConstructRequest.Types.ResourceHooksBinding { BeforeCreate = { "hook" }, OnError = { "error" } };

        await plugin.Client.ConstructAsync(request, None);

        var component = monitor.Registered.First();
        Assert.Equal(
            (Type, "trust", "urn:parent", false, false), (component.Type, component.Name, component.Parent, component.Custom, component.Remote));
        Assert.True(component.HasProtect && component.Protect);
        Assert.True(component.HasRetainOnDelete && !component.RetainOnDelete);
        Assert.True(component.DeleteBeforeReplace && component.DeleteBeforeReplaceDefined);
        Assert.Equal(("urn:other", "stack"), (component.DeletedWith, component.ParentStackTraceHandle));
        Assert.Equal("urn:provider::id", component.Providers["partnertrust"]);
        Assert.Equal(["urn:before"], component.Dependencies);
        Assert.Equal("urn:alias", Assert.Single(component.Aliases).Urn);
        Assert.Equal(["directions"], component.AdditionalSecretOutputs);
        Assert.Equal(["check"], component.IgnoreChanges);
        Assert.Equal(["lync"], component.ReplaceOnChanges);
        Assert.Equal(["urn:with"], component.ReplaceWith);
        Assert.Equal("again", component.ReplacementTrigger.StringValue);
        Assert.Equal(
            ("60s", "70s", "80s", "90s"),
            (component.CustomTimeouts.Create, component.CustomTimeouts.Update, component.CustomTimeouts.Delete, component.CustomTimeouts.Read));
        Assert.Equal(["hook"], component.Hooks.BeforeCreate);
        Assert.Equal(["error"], component.Hooks.OnError);
        Assert.True(component.AliasSpecs && component.AcceptSecrets && component.AcceptResources);
    }

    [Fact]
    public async Task Outputs_carry_their_dependencies_inside_when_the_caller_takes_them_and_beside_always()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Known);
        var plainRequest = Request(monitor, Inputs());
        var outputRequest = Request(monitor, Inputs());
        outputRequest.AcceptsOutputValues = true;

        var plain = await plugin.Client.ConstructAsync(plainRequest, None);
        var output = await plugin.Client.ConstructAsync(outputRequest, None);

        var endpoint = RecordingMonitor.UrnOf("partnertrust:index:AuthMetadataEndpoint", "trust-lync");
        Assert.Equal<PropertyValue>("https://lync", PropertyCodec.Decode(plain.State)["lyncMetadataUrl"]);
        Assert.Equal<PropertyValue>(new OutputValue("https://lync", false, [endpoint]), PropertyCodec.Decode(output.State)["lyncMetadataUrl"]);
        Assert.Equal([endpoint], plain.StateDependencies["lyncMetadataUrl"].Urns);
        Assert.Equal<PropertyValue>(true, PropertyCodec.Decode(plain.State)["checkSucceeded"]);
        Assert.Equal(2, plain.StateDependencies["checkSucceeded"].Urns.Count);
    }

    [Fact]
    public async Task A_part_that_is_not_known_says_nothing_about_its_neighbours()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Unknown);
        var lync = PropertyMap.Of(("server", PluginUnderTest.Lync), ("certificate", PropertyMap.Of(("thumbprint", UnknownValue.Text))));
        var request = Request(monitor, Inputs().Set("lync", lync));
        request.DryRun = true;
        request.InputDependencies["lync"] = new ConstructRequest.Types.PropertyDependencies { Urns = { "urn:source" } };

        var response = await plugin.Client.ConstructAsync(request, None);

        var binding = Child(monitor, "CertificateBinding", "trust-lync");
        var inputs = PropertyCodec.Decode(binding.Object);
        Assert.Equal<PropertyValue>(PluginUnderTest.Lync, inputs["server"]);
        Assert.True(inputs["source"].ContainsUnknown());
        Assert.False(inputs.ContainsKey("renewBeforeDays"));
        Assert.Equal(["urn:source"], binding.PropertyDependencies["source"].Urns);
        Assert.False(PropertyCodec.Decode(Child(monitor, "PartnerApplication", "trust-exchange-on-lync").Object).ContainsKey("trustLevel"));
        Assert.True(PropertyCodec.Decode(response.State)["lyncThumbprint"].ContainsUnknown());
    }

    [Fact]
    public async Task A_third_side_trusts_and_is_trusted_by_both_and_a_token_server_by_all()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Known);
        var inputs = Inputs()
            .Set("sharePoint", PropertyMap.Of(("server", "sp.litwareinc.com")))
            .Set(
                "tokenServer",
                PropertyMap.Of(("name", "sts"), ("authMetadataUrl", "https://sts.litwareinc.com/metadata/json/1"), ("realm", "litwareinc.com")));

        var response = await plugin.Client.ConstructAsync(Request(monitor, inputs), None);

        var children = monitor.Registered.Where(request => request.Custom).ToLookup(Short, child => child.Name);
        Assert.Equal(
            [
                "trust-exchange-on-lync", "trust-exchange-on-sharepoint", "trust-lync-on-exchange",
                "trust-lync-on-sharepoint", "trust-sharepoint-on-exchange", "trust-sharepoint-on-lync",
            ],
            children["PartnerApplication"].Order(StringComparer.Ordinal));
        Assert.Equal(["trust-exchange", "trust-lync", "trust-sharepoint"], children["AuthorizationServer"].Order(StringComparer.Ordinal));
        Assert.Equal(6, ((ListValue)PropertyCodec.Decode(response.State)["directions"]).Items.Length);
        foreach (var child in monitor.Registered.Where(request => request.Custom))
        {
            await CheckAsync(plugin, child);
        }
    }

    [Fact]
    public async Task The_preview_of_a_component_proves_the_whole_trust()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(request => PreviewAsync(plugin, request).GetAwaiter().GetResult());
        var request = Request(monitor, Inputs());
        request.DryRun = true;

        var response = await plugin.Client.ConstructAsync(request, None);

        var verdicts = plugin.Engine.Logs.Where(log => log.Message.StartsWith("Preview: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Contains("would succeed", verdict.Message, StringComparison.Ordinal));
        Assert.True(PropertyCodec.Decode(response.State)["lyncThumbprint"].ContainsUnknown());
        Assert.Equal<PropertyValue>($"https://{PluginUnderTest.Lync}/metadata/json/1", PropertyCodec.Decode(response.State)["lyncMetadataUrl"]);
        Assert.False(Directory.Exists(plugin.DataDirectory));
    }

    [Fact]
    public async Task A_secret_stays_secret_on_its_way_to_a_child()
    {
        const string Planted = "Pl4nted-Secret-0193";
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Known);
        var lync = PropertyMap.Of(("server", PluginUnderTest.Lync), ("certificate", PropertyMap.Of(
            ("pfx", new SecretValue("AAAA")), ("pfxPassword", new OutputValue(Planted, true, ["urn:source"])))));
        var request = Request(monitor, Inputs().Set("lync", lync));

        var response = await plugin.Client.ConstructAsync(request, None);

        var binding = Child(monitor, "CertificateBinding", "trust-lync");
        Assert.DoesNotContain(Planted, PropertyCodec.Decode(binding.Object).ToString(), StringComparison.Ordinal);
        Assert.Contains(Planted, binding.Object.ToString(), StringComparison.Ordinal);
        Assert.Contains("urn:source", binding.Dependencies);
        Assert.All(
            monitor.Registered.Where(child => child.Custom && child != binding),
            child => Assert.DoesNotContain(Planted, child.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(Planted, response.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_in_which_a_secret_shows_is_secret_as_a_whole_and_the_others_are_not()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Known);
        var exchange = PropertyMap.Of(("server", new SecretValue(PluginUnderTest.Exchange)));
        var request = Request(monitor, Inputs().Set("exchange", exchange));

        var response = await plugin.Client.ConstructAsync(request, None);

        var state = PropertyCodec.Decode(response.State);
        var directions = Assert.IsType<ListValue>(Assert.IsType<SecretValue>(state["directions"]).Value);
        Assert.DoesNotContain(directions.Items, direction => direction.ContainsSecret());
        Assert.Equal<PropertyValue>(PluginUnderTest.Exchange, ((PropertyMap)directions.Items[0])["from"]);
        Assert.Equal(2, response.StateDependencies["directions"].Urns.Count);
        Assert.IsType<TextValue>(state["lyncMetadataUrl"]);
        Assert.Equal(response.State, Assert.Single(monitor.Completed).Outputs);
    }

    [Fact]
    public async Task Wrong_inputs_are_refused_by_path_before_anything_is_registered()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(Known);

        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.ConstructAsync(
            Request(monitor, PropertyMap.Of(("lync", PropertyMap.Of(("servr", PluginUnderTest.Lync))))), None));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Superset(
            new HashSet<string> { "exchange", "lync.server", "lync.servr" },
            failure.Detail<InputPropertiesError>()!.Errors.Select(error => error.PropertyPath).ToHashSet());
        Assert.Empty(monitor.Registered);
    }

    [Fact]
    public async Task A_child_that_fails_fails_the_component_without_looking_like_a_dead_plugin()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await using var monitor = await RecordingMonitor.StartAsync(request =>
            request.Custom ? throw RpcFailure.Of(StatusCode.Unavailable, "the child failed") : Known(request));

        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.ConstructAsync(Request(monitor, Inputs()), None));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Contains("the child failed", failure.Message, StringComparison.Ordinal);
        Assert.Empty(monitor.Completed);
    }

    private static PropertyMap Inputs() => PropertyMap.Of(
        ("lync", PropertyMap.Of(("server", PluginUnderTest.Lync))),
        ("exchange", PropertyMap.Of(("server", PluginUnderTest.Exchange))),
        ("check", PropertyMap.Of(("sipUri", PluginUnderTest.SipUri))));

    private static ConstructRequest Request(RecordingMonitor monitor, PropertyMap inputs) => new()
    {
        Project = "trust",
        Stack = "dev",
        MonitorEndpoint = monitor.Address,
        Type = Type,
        Name = "trust",
        Inputs = PropertyCodec.Encode(inputs),
    };

    private static RegisterResourceResponse Known(RegisterResourceRequest request)
    {
        var side = request.Name.EndsWith("lync", StringComparison.Ordinal) ? "lync" : "exchange";
        var outputs = Short(request) switch
        {
            "CertificateBinding" => PropertyMap.Of(("thumbprint", $"thumbprint of {side}")),
            "AuthMetadataEndpoint" => PropertyMap.Of(("url", $"https://{side}"), ("fingerprint", $"fingerprint of {side}")),
            "PartnerApplication" => PropertyMap.Of(
                ("issuer", "issuer"), ("trustedKeys", ListValue.Of([PropertyMap.Of(("thumbprint", "trusted"))]))),
            "ConnectivityCheck" => PropertyMap.Of(("succeeded", true)),
            _ => PropertyMap.Empty,
        };
        return new RegisterResourceResponse
        {
            Urn = UrnOf(request),
            Id = request.Custom ? $"id of {request.Name}" : "",
            Object = PropertyCodec.Encode(outputs),
        };
    }

    private static RegisterResourceResponse Unknown(RegisterResourceRequest request) => new() { Urn = UrnOf(request), Object = new Struct() };

    private static RegisterResourceRequest Child(RecordingMonitor monitor, string type, string name) =>
        monitor.Registered.Single(request => Short(request) == type && request.Name == name);

    private static async Task<PropertyMap> CheckAsync(PluginUnderTest plugin, RegisterResourceRequest request)
    {
        var response = await plugin.Client.CheckAsync(
            new CheckRequest { Urn = UrnOf(request), Type = request.Type, Name = request.Name, Olds = new Struct(), News = request.Object }, None);
        Assert.Empty(response.Failures.Select(failure => $"{request.Name}: {failure.Property}: {failure.Reason}"));
        return PropertyCodec.Decode(response.Inputs);
    }

    /// <summary>As the engine does with a registration in a preview.</summary>
    private static async Task<RegisterResourceResponse> PreviewAsync(PluginUnderTest plugin, RegisterResourceRequest request)
    {
        if (!request.Custom)
        {
            return new RegisterResourceResponse { Urn = UrnOf(request), Object = request.Object };
        }

        var inputs = await CheckAsync(plugin, request);
        var planned = await plugin.Client.CreateAsync(
            new CreateRequest { Urn = UrnOf(request), Properties = PropertyCodec.Encode(inputs), Preview = true }, None);
        return new RegisterResourceResponse { Urn = UrnOf(request), Object = planned.Properties };
    }

    private static string UrnOf(RegisterResourceRequest request) => RecordingMonitor.UrnOf(request.Type, request.Name);

    private static string Short(RegisterResourceRequest request) => request.Type[(request.Type.LastIndexOf(':') + 1)..];
}
