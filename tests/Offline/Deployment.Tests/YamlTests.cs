using System.Text.Json.Nodes;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

/// <summary>Programs in YAML, as the language's reference describes them.</summary>
public sealed class YamlTests
{
    [Fact]
    public async Task Resources_are_registered_in_the_order_of_their_references_and_depend_on_them()
    {
        await using var workshop = await Workshop.OpenAsync();

        var up = await workshop.YamlHost("""
            resources:
              last:
                type: fake:Thing
                properties:
                  value: ${middle.value}
                  force: always
              middle:
                type: fake:index:Thing
                properties:
                  value: ${first.serial}
              first:
                type: fake:Thing
            outputs:
              serial: ${last.value}
            """).UpAsync();

        Assert.True(up.Succeeded, workshop.Output.ToString());
        Assert.Equal(
            ["Create(first)", "Create(middle)", "Create(last)"],
            workshop.Provider.Calls.Where(call => call.StartsWith("Create", StringComparison.Ordinal)));
        Assert.Equal("first-1", up.Log.Outputs["serial"]);
        Assert.Equal("""{"force":[],"value":["urn:pulumi:dev::test::fake:index:Thing::middle"]}""", workshop.StateOf("last")!["propertyDependencies"]!.ToJsonString());
        Assert.Equal("""["urn:pulumi:dev::test::fake:index:Thing::middle"]""", workshop.StateOf("last")!["dependencies"]!.ToJsonString());
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_what_is_no_longer_declared_is_deleted()
    {
        await using var workshop = await Workshop.OpenAsync();
        const string One = "resources:\n  one: { type: fake:Thing, properties: { value: 1 } }\n";
        const string Two = One + "  two: { type: fake:Thing, properties: { value: [true, ~, 2.5, \"3\"] } }\n";

        await workshop.YamlHost(Two).UpAsync();
        var again = await workshop.YamlHost(Two).UpAsync();
        workshop.Provider.TakeCalls();
        await workshop.YamlHost(One).UpAsync();

        Assert.Empty(again.Changes);
        Assert.Contains("Delete(two)", workshop.Provider.Calls);
        Assert.Equal(["one-1"], workshop.Provider.Objects.Keys);
    }

    [Fact]
    public async Task A_preview_knows_what_follows_from_inputs_and_leaves_the_rest_unknown()
    {
        await using var workshop = await Workshop.OpenAsync();

        var preview = await workshop.YamlHost("""
            resources:
              first: { type: fake:Thing, properties: { value: north } }
            outputs:
              known: to the ${first.value}
              unknown: number ${first.serial}
              id: ${first.id}
            """).PreviewAsync();

        Assert.True(preview.Succeeded, workshop.Output.ToString());
        Assert.Equal("to the north", preview.Log.Outputs["known"]);
        Assert.IsType<UnknownValue>(preview.Log.Outputs["unknown"]);
        Assert.IsType<UnknownValue>(preview.Log.Outputs["id"]);
        Assert.Empty(workshop.Provider.Objects);
    }

    [Fact]
    public async Task A_component_is_built_by_its_provider()
    {
        await using var workshop = await Workshop.OpenAsync();

        var up = await workshop.YamlHost("""
            resources:
              pair: { type: fake:Pair, properties: { value: 1 } }
            outputs:
              child: ${pair.childUrn}
              self: ${pair.urn}
            """).UpAsync();

        Assert.True(up.Succeeded, workshop.Output.ToString());
        Assert.Equal("urn:pulumi:dev::test::fake:index:Pair$fake:index:Thing::pair-child", up.Log.Outputs["child"]);
        Assert.Equal("urn:pulumi:dev::test::fake:index:Pair::pair", up.Log.Outputs["self"]);
    }

    [Fact]
    public async Task Texts_hold_values_and_an_escaped_reference_is_none()
    {
        await using var workshop = await Workshop.OpenAsync();

        var up = await workshop.YamlHost("""
            variables:
              list: [ { deep: { "a.b": x } } ]
              escaped: $${list} and ${pulumi.project}-${pulumi.stack}
            outputs:
              found: <${list[0].deep["a.b"]}>
              whole: ${list[0].deep}
              escaped: ${escaped}
            """).UpAsync();

        Assert.True(up.Succeeded, workshop.Output.ToString());
        Assert.Equal("<x>", up.Log.Outputs["found"]);
        Assert.Equal(PropertyMap.Of(("a.b", "x")), up.Log.Outputs["whole"]);
        Assert.Equal("${list} and test-dev", up.Log.Outputs["escaped"]);
    }

    [Fact]
    public async Task What_is_made_of_a_secret_is_one()
    {
        await using var workshop = await Workshop.OpenAsync();

        var up = await workshop.YamlHost(
            """
            config:
              password: { type: string }
            resources:
              thing:
                type: fake:Thing
                properties:
                  value: password=${password}
                  force: { fn::secret: plain }
            variables:
              called:
                fn::invoke: { function: fake:echo, arguments: { text: "${password}" } }
            outputs:
              copied: ${thing.value}
              called: ${called.text}
            """,
            "  test:password: { secure: planted }\n").UpAsync();

        Assert.True(up.Succeeded, workshop.Output.ToString());
        Assert.Equal(new SecretValue("password=planted"), up.Log.Outputs["copied"]);
        Assert.Equal(new SecretValue("planted"), up.Log.Outputs["called"]);
        Assert.DoesNotContain("planted", workshop.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("plaintext", workshop.StateOf("thing")!["inputs"]!["force"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_are_called_in_both_spellings_once_their_arguments_are_known()
    {
        await using var workshop = await Workshop.OpenAsync();
        var program = """
            resources:
              thing: { type: fake:Thing }
            variables:
              long: { fn::invoke: { function: fake:index:echo, arguments: { text: "${thing.serial}" }, return: text } }
              short: { fn::fake:echo: { text: hello } }
            outputs:
              long: ${long}
              short: ${short.text}
              absent: ${short.absent}
            """;

        var preview = await workshop.YamlHost(program).PreviewAsync();
        var up = await workshop.YamlHost(program).UpAsync();

        Assert.IsType<UnknownValue>(preview.Log.Outputs["long"]);
        Assert.Equal("hello", preview.Log.Outputs["short"]);
        Assert.Equal("thing-1", up.Log.Outputs["long"]);
        Assert.Equal(PropertyValue.Null, up.Log.Outputs["absent"]);
    }

    [Fact]
    public async Task Settings_have_the_types_that_the_program_gives_them()
    {
        await using var workshop = await Workshop.OpenAsync();

        var up = await workshop.YamlHost(
            """
            config:
              count: { type: integer }
              flag: { type: boolean, default: true }
              names: { type: array, items: { type: string } }
              region: south
            outputs:
              count: ${count}
              flag: ${flag}
              second: ${names[1]}
              region: ${region}
            """,
            "  test:count: \"12\"\n  test:names: [a, b]\n").UpAsync();

        Assert.True(up.Succeeded, workshop.Output.ToString());
        Assert.Equal(12, up.Log.Outputs["count"]);
        Assert.Equal(true, up.Log.Outputs["flag"]);
        Assert.Equal("b", up.Log.Outputs["second"]);
        Assert.Equal("south", up.Log.Outputs["region"]);
    }

    [Fact]
    public async Task Options_reach_the_engine()
    {
        await using var workshop = await Workshop.OpenAsync();

        var up = await workshop.YamlHost("""
            resources:
              other: { type: "pulumi:providers:fake", properties: { region: south } }
              pair: { type: fake:Pair, options: { provider: "${other}" } }
              before: { type: fake:Thing }
              thing:
                type: fake:Thing
                name: renamed
                properties: { value: kept }
                options:
                  parent: ${pair}
                  provider: ${other}
                  dependsOn: [ "${before}" ]
                  protect: true
                  retainOnDelete: true
                  ignoreChanges: [ value ]
                  additionalSecretOutputs: [ serial ]
                  deletedWith: ${before}
                  customTimeouts: { create: 5m }
            """).UpAsync();

        Assert.True(up.Succeeded, workshop.Output.ToString());
        var state = workshop.StateOf("renamed")!;
        Assert.EndsWith("fake:index:Pair$fake:index:Thing::renamed", state["urn"]!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("::pair", state["parent"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("pulumi:providers:fake::other::", state["provider"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("""["urn:pulumi:dev::test::fake:index:Thing::before"]""", state["dependencies"]!.ToJsonString());
        Assert.True((bool)state["protect"]! && (bool)state["retainOnDelete"]!);
        Assert.Equal("""["value"]""", state["ignoreChanges"]!.ToJsonString());
        Assert.EndsWith("::before", state["deletedWith"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(300, (double)state["customTimeouts"]!["create"]!);
        Assert.IsType<JsonObject>(state["outputs"]!["serial"]);
    }

    [Fact]
    public async Task An_import_is_an_option_too()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Provider.Objects["made by hand"] = PropertyMap.Of(("value", "old"), ("serial", "made by hand"));

        var up = await workshop.YamlHost("resources: { thing: { type: fake:Thing, properties: { value: old }, options: { import: made by hand } } }")
            .UpAsync();

        Assert.True(up.Succeeded, workshop.Output.ToString());
        Assert.Equal("made by hand", workshop.StateOf("thing")!["id"]!.ToString());
    }

    [Fact]
    public async Task An_output_that_the_schema_does_not_name_is_refused_where_it_is_read()
    {
        await using var workshop = await Workshop.OpenAsync();

        var up = await workshop.YamlHost("resources: { a: { type: fake:Thing } }\noutputs: { b: \"${a.serail}\" }").UpAsync();

        Assert.False(up.Succeeded);
        Assert.Contains("'${a.serail}' does not exist", workshop.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resources: { a: { type: fake:Thing, properties: { value: { fn::base64: x } } } }", "resources.a.properties.value uses fn::base64")]
    [InlineData("resources: { a: { type: fake:Thing, get: { id: x } } }", "resources.a.get can't be run here")]
    [InlineData("resources: { a: { type: fake:Thing, options: { protected: true } } }", "resources.a.options.protected can't be run here")]
    [InlineData("resources: { a: { type: fake:Thing, options: { protect: perhaps } } }", "the option 'protect' of a must be true or false")]
    [InlineData(
        "resources: { a: { type: fake:Thing, options: { dependsOn: b } } }", "the option 'dependsOn' of a must be a reference such as ${resource}")]
    [InlineData("resources: { a: { type: fake:Nothing } }", "the package fake has no resource 'fake:index:Nothing'")]
    [InlineData("resources: { a: { type: Thing } }", "'Thing' is no token of the form package:Name or package:module:Name")]
    [InlineData("resources: { b: { type: fake:Thing, properties: { value: \"${pulumi.stck}\" } } }", "'${pulumi.stck}' does not exist")]
    [InlineData("resources: { a: { type: fake:Thing, properties: { value: \"${b}\" } } }", "nothing is declared as 'b'")]
    [InlineData("variables: { a: \"${b}\", b: \"${a}\" }", "these refer to one another in a circle: a, b")]
    [InlineData("variables: { a: 1 }\nresources: { a: { type: fake:Thing } }", "'a' is declared twice")]
    [InlineData("variables: { a: \"${b\" }", "lacks the closing brace")]
    [InlineData("variables: { a: { fn::fake:nothing: {} } }", "the package fake has no function 'fake:index:nothing'")]
    [InlineData("config: { a: { type: string } }", "Missing required configuration variable 'test:a'")]
    [InlineData("config: { a: { type: integer, default: many } }", "the setting test:a is no integer")]
    [InlineData("components: { a: {} }", "Pulumi.yaml.components can't be run here")]
    public async Task What_the_runner_does_not_know_is_refused_and_nothing_is_made(string program, string refusal)
    {
        await using var workshop = await Workshop.OpenAsync();

        var up = await workshop.YamlHost(program).UpAsync();

        Assert.False(up.Succeeded);
        Assert.Contains(refusal, workshop.Output.ToString(), StringComparison.Ordinal);
        Assert.Empty(workshop.Provider.Objects);
    }
}
