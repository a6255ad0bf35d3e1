using Grpc.Core;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace Pulumi.Tests;

[Collection(EngineFixture.Name)]
public sealed class ProgramTests : IAsyncLifetime
{
    private const string BoxType = "shop:index:Box";

    private FakeEngine engine = null!;

    public async Task InitializeAsync() => engine = await FakeEngine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task The_engine_hears_the_stack_then_resources_then_outputs_then_the_end()
    {
        Assert.Equal(0, await RunAsync(() => new Dictionary<string, object?> { ["label"] = new Box("a", new BoxArgs { Label = "x" }).Label }));
        Assert.Equal(
            ["RegisterResource shop-dev", "RegisterResource a", "RegisterResourceOutputs", "SignalAndWaitForShutdown"],
            engine.Calls.Where(call => call != "SupportsFeature"));
        Assert.Equal(
            PropertyMap.Of(("label", "x")), engine.Outputs[FakeEngine.Urn("pulumi:pulumi:Stack", "shop-dev")]);
    }

    [Fact]
    public async Task A_registration_carries_parent_flags_and_options()
    {
        await RunAsync(() => _ = new Box("a", null, new CustomResourceOptions
        {
            Protect = true,
            RetainOnDelete = false,
            IgnoreChanges = { "label" },
            DeleteBeforeReplace = true,
            ImportId = "known",
            Version = "1.2.3",
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromSeconds(5) },
            Aliases = { new Alias { Name = "old" } },
        }));
        var request = engine.Registration("a");
        Assert.Equal((BoxType, true, FakeEngine.Urn("pulumi:pulumi:Stack", "shop-dev")), (request.Type, request.Custom, request.Parent));
        Assert.True(request is { AcceptSecrets: true, AcceptResources: true, SupportsResultReporting: true, Protect: true });
        Assert.True(request is { DeleteBeforeReplace: true, DeleteBeforeReplaceDefined: true, HasRetainOnDelete: true, RetainOnDelete: false });
        Assert.Equal(("known", "1.2.3", "50000000" + "00ns"), (request.ImportId, request.Version, request.CustomTimeouts.Create));
        Assert.Equal("label", Assert.Single(request.IgnoreChanges));
        Assert.Equal("old", Assert.Single(request.Aliases).Spec.Name);
    }

    [Fact]
    public async Task An_output_used_as_an_input_is_a_dependency_of_that_property()
    {
        await RunAsync(() =>
        {
            var first = new Box("first", new BoxArgs { Label = "x" });
            _ = new Box("second", new BoxArgs { Label = first.Label.Apply(label => label + "y"), Size = 1 });
        });
        var urn = FakeEngine.Urn(BoxType, "first");
        var second = engine.Registration("second");
        Assert.Equal((PropertyValue)"xy", engine.Inputs("second")["label"]);
        Assert.Equal(urn, Assert.Single(second.Dependencies));
        Assert.Equal(urn, Assert.Single(second.PropertyDependencies["label"].Urns));
        Assert.Empty(second.PropertyDependencies["size"].Urns);
    }

    [Fact]
    public async Task Depending_on_a_component_is_depending_on_what_is_inside()
    {
        await RunAsync(() => _ = new Box("late", null, new CustomResourceOptions { DependsOn = new Shelf("shelf") }));
        Assert.Equal(FakeEngine.Urn(BoxType, "shelf-box"), Assert.Single(engine.Registration("late").Dependencies));
    }

    [Fact]
    public async Task In_a_preview_what_the_engine_does_not_send_is_unknown()
    {
        engine.Preview = true;
        await RunAsync(() =>
        {
            var first = new Box("first", new BoxArgs { Label = "x" });
            _ = new Box("second", new BoxArgs { Label = first.Id, Size = first.Size.Apply(size => size ?? 7) });
        });
        Assert.All(engine.Inputs("second").Values, value => Assert.IsType<UnknownValue>(value));
    }

    [Fact]
    public async Task In_an_update_what_the_engine_does_not_send_is_absent()
    {
        await RunAsync(() =>
        {
            var first = new Box("first", new BoxArgs { Label = "x" });
            _ = new Box("second", new BoxArgs { Label = first.Id, Size = first.Size.Apply(size => size ?? 7) });
        });
        Assert.Equal(PropertyMap.Of(("label", "first-id"), ("size", 7)), engine.Inputs("second"));
    }

    [Fact]
    public async Task A_secret_answer_stays_secret_on_its_way_to_the_next_resource()
    {
        engine.Answer = request => new RegisterResourceResponse
        {
            Id = "i",
            Object = PropertyCodec.Encode(PropertyMap.Of(("label", new SecretValue("pw")))),
        };
        await RunAsync(() => _ = new Box("second", new BoxArgs { Label = new Box("first").Label }));
        Assert.Equal(new SecretValue("pw"), engine.Inputs("second")["label"]);
    }

    [Fact]
    public async Task Objects_enumerations_and_lists_are_read_into_their_types()
    {
        engine.Answer = request => new RegisterResourceResponse
        {
            Id = "i",
            Object = PropertyCodec.Encode(PropertyMap.Of(
                ("colour", "red"), ("tags", ListValue.Of(["a"])), ("size", 4), ("seal", PropertyMap.Of(("code", "c"))))),
        };
        var seen = "";
        await RunAsync(() =>
        {
            var box = new Box("a");
            return new Dictionary<string, object?>
            {
                ["seen"] = Output.Tuple(box.Colour, box.Tags, box.Size, box.Seal).Apply(all =>
                    seen = $"{all.Item1 == Colour.Red} {all.Item2[0]} {all.Item3} {all.Item4!.Code} {all.Item4.Note is null}"),
            };
        });
        Assert.Equal("True a 4 c True", seen);
    }

    [Fact]
    public async Task A_resource_with_an_id_is_read_and_not_registered()
    {
        await RunAsync(() => _ = new Box("known", null, new CustomResourceOptions { Id = "the-id" }));
        Assert.Equal("the-id", Assert.Single(engine.Reads).Id);
        Assert.DoesNotContain(engine.Registrations, request => request.Name == "known");
    }

    [Fact]
    public async Task A_resource_given_as_an_argument_is_a_reference_and_a_dependency()
    {
        await RunAsync(() => _ = new Box("second", new BoxArgs { Other = new Box("first") }));
        Assert.Equal(
            new ResourceReferenceValue(FakeEngine.Urn(BoxType, "first"), "first-id", null), engine.Inputs("second")["other"]);
        Assert.Single(engine.Registration("second").Dependencies);
    }

    [Fact]
    public async Task A_remote_component_gets_outputs_with_their_dependencies_and_its_providers()
    {
        await RunAsync(() =>
        {
            var provider = new ProviderResource("shop", "mine", ResourceArgs.Empty, options: null);
            var first = new Box("first", new BoxArgs { Label = "x" });
            _ = new Shelf(
                "far", remote: true, new BoxArgs { Label = first.Label, Size = 2 }, new ComponentResourceOptions { Providers = { provider } });
        });
        var far = engine.Registration("far");
        Assert.True(far is { Remote: true, Custom: false });
        Assert.Equal((PropertyValue)2, engine.Inputs("far")["size"]);
        var label = Assert.IsType<OutputValue>(engine.Inputs("far")["label"]);
        Assert.Equal(((PropertyValue)"x", FakeEngine.Urn(BoxType, "first")), (label.Value!, Assert.Single(label.Dependencies)));
        Assert.Equal($"{FakeEngine.Urn("pulumi:providers:shop", "mine")}::mine-id", far.Providers["shop"]);
    }

    [Fact]
    public async Task Children_inherit_the_provider_of_their_package()
    {
        await RunAsync(() => _ = new Shelf("shelf", options: new ComponentResourceOptions
        {
            Providers = { new ProviderResource("shop", "mine", ResourceArgs.Empty, options: null) },
        }));
        Assert.EndsWith("::mine-id", engine.Registration("shelf-box").Provider, StringComparison.Ordinal);
        Assert.Equal((PropertyValue)"inside", engine.Outputs[FakeEngine.Urn("shop:index:Shelf", "shelf")]["label"]);
    }

    [Fact]
    public async Task A_stack_class_shows_its_output_properties()
    {
        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync<LabelStack>(), """{"shop:label":"from config"}"""));
        Assert.Equal(
            PropertyMap.Of(("Shown", "from config")), engine.Outputs[FakeEngine.Urn("pulumi:pulumi:Stack", "shop-dev")]);
    }

    [Fact]
    public async Task A_program_that_throws_is_reported_once_and_does_not_signal_the_end()
    {
        Assert.Equal(32, await RunAsync(() => throw new RunException("no mailbox")));
        Assert.Equal("no mailbox", Assert.Single(engine.Logs, log => log.Severity == LogSeverity.Error).Message);
        Assert.DoesNotContain("SignalAndWaitForShutdown", engine.Calls);
    }

    [Fact]
    public async Task A_refused_registration_fails_the_program_and_hangs_nothing_that_waits_for_it()
    {
        engine.Answer = request => request.Name == "bad" ? throw new InvalidOperationException("refused") : new RegisterResourceResponse { Id = "i" };
        Assert.Equal(32, await RunAsync(() => _ = new Box("next", new BoxArgs { Label = new Box("bad").Label })));
        Assert.Contains(engine.Logs, log => log.Severity == LogSeverity.Error && log.Message.Contains("refused", StringComparison.Ordinal));
        Assert.DoesNotContain(engine.Registrations, request => request.Name == "next");
    }

    [Fact]
    public async Task An_engine_that_has_stopped_listening_is_not_reported_a_second_time()
    {
        engine.Answer = request =>
            request.Custom ? throw RpcFailure.Of(StatusCode.Unavailable, "resource monitor shut down") : new RegisterResourceResponse();
        Assert.Equal(32, await RunAsync(() => _ = new Box("a")));
        Assert.DoesNotContain(engine.Logs, log => log.Severity == LogSeverity.Error);
    }

    [Fact]
    public async Task An_error_that_was_only_logged_fails_the_program() =>
        Assert.Equal(1, await RunAsync(() => Pulumi.Log.Error("bad")));

    [Fact]
    public async Task A_missing_required_argument_stops_before_the_engine_is_asked()
    {
        Assert.Equal(32, await RunAsync(() => _ = new Box("a", new BoxArgs { Seal = new SealArgs() })));
        Assert.DoesNotContain(engine.Registrations, request => request.Name == "a");
    }

    private Task<int> RunAsync(Action program) => engine.RunAsync(() => Deployment.RunAsync(program));

    private Task<int> RunAsync(Func<IDictionary<string, object?>> program) => engine.RunAsync(() => Deployment.RunAsync(program));

    public sealed class LabelStack : Stack
    {
        public LabelStack() => Shown = new Box("a", new BoxArgs { Label = new Config().Require("label") }).Label;

        [Output]
        public Output<string> Shown { get; private set; }
    }
}
