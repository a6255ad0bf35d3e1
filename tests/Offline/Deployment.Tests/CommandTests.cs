using PartnerTrust.Deployment.Commands;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

/// <summary>Commands that READMEs use beside preview, up, refresh and destroy.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private Workshop workshop = null!;

    public async Task InitializeAsync() => workshop = await Workshop.OpenAsync();

    public async Task DisposeAsync() => await workshop.DisposeAsync();

    [Fact]
    public async Task A_setting_is_set_and_removed_and_everything_else_stays_as_it_was_written()
    {
        _ = workshop.YamlHost("", "  # why\n  test:list:\n    - one\n  test:last: 1\n");
        var path = Path.Combine(workshop.Folder, "Pulumi.dev.yaml");
        var before = await File.ReadAllTextAsync(path);

        await RunAsync("config", "set", "name", "a \"b\" \\c");
        await RunAsync("config", "set", "test:list", "now text");
        Assert.Equal(
            "config:\n  test:list: \"now text\"\n  test:name: \"a \\\"b\\\" \\\\c\"\n  fake:region: north\n  # why\n  test:last: 1\n", await File.ReadAllTextAsync(path));

        await RunAsync("config", "rm", "name");
        await RunAsync("config", "rm", "list");
        await RunAsync("config", "rm", "nothing");
        Assert.Equal(before.Replace("  test:list:\n    - one\n", "", StringComparison.Ordinal), await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_stack_without_settings_gets_its_first()
    {
        _ = workshop.YamlHost("");
        var path = Path.Combine(workshop.Folder, "Pulumi.dev.yaml");
        File.Delete(path);

        await RunAsync("config", "set", "name", "value");

        Assert.Equal("config:\n  test:name: \"value\"\n", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_file_of_resources_is_imported_protected_and_then_settled()
    {
        workshop.Provider.Objects["one"] = PropertyMap.Of(("value", 1), ("serial", "one"));
        workshop.Provider.Objects["two"] = PropertyMap.Of(("value", 2), ("serial", "two"));
        var file = Path.Combine(workshop.Folder, "resources.json");
        await File.WriteAllTextAsync(file, """
            {"resources": [
              {"type": "fake:index:Thing", "name": "a", "id": "one"},
              {"type": "fake:index:Thing", "name": "b", "id": "two"}
            ]}
            """);
        var program = "resources: { a: { type: fake:Thing, properties: { value: 1 } }, b: { type: fake:Thing, properties: { value: 2 } } }";

        var imported = await workshop.YamlHost(program).ImportAsync(Operations.ImportRequest.ReadFile(file));
        Assert.True(imported.Succeeded, workshop.Output.ToString());
        Assert.True((bool)workshop.StateOf("b")!["protect"]!);
        workshop.Options = workshop.Options with { ExpectsNoChanges = true };
        Assert.True((await workshop.YamlHost(program).PreviewAsync()).Succeeded, workshop.Output.ToString());
    }

    [Theory]
    [InlineData("no json", "is no JSON")]
    [InlineData("{}", "lists no resources")]
    [InlineData("""{"resources": [{"type": "fake:index:Thing", "name": "a"}]}""", "has no 'id'")]
    public void A_file_that_lists_nothing_is_refused(string text, string refusal)
    {
        var file = Path.Combine(workshop.Folder, "resources.json");
        File.WriteAllText(file, text);

        var problem = Assert.Throws<DeploymentException>(() => Operations.ImportRequest.ReadFile(file));

        Assert.Contains(refusal, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Protection_is_taken_off_one_resource_or_all()
    {
        await workshop.UpAsync(async stack =>
        {
            await stack.ThingAsync("a", request => request.Protect = true);
            await stack.ThingAsync("b", request => request.Protect = true);
        });
        var state = workshop.Host(_ => Task.CompletedTask).State;

        state.Unprotect("urn:pulumi:dev::test::fake:index:Thing::a");
        Assert.False((bool?)workshop.StateOf("a")!["protect"] ?? false);
        Assert.True((bool)workshop.StateOf("b")!["protect"]!);

        state.Unprotect(null);
        Assert.True((await workshop.DestroyAsync()).Succeeded);
        Assert.Empty(workshop.Provider.Objects);
    }

    [Fact]
    public async Task A_stack_other_than_the_one_at_work_is_not_selected_silently()
    {
        _ = workshop.YamlHost("");

        await RunAsync("stack", "init", "dev");
        var (code, said) = await TryAsync("stack", "init", "prod");

        Assert.Equal((int)DeploymentEnd.Error, code);
        Assert.Contains("--stack prod", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_that_nobody_declared_is_not_shown()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a"));

        Assert.DoesNotContain("pulumi:providers:fake", workshop.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("+ 2 created", workshop.Output.ToString(), StringComparison.Ordinal);
    }

    private async Task RunAsync(params string[] arguments)
    {
        var (code, said) = await TryAsync(arguments);
        Assert.True(code == 0, said);
    }

    private async Task<(int Code, string Said)> TryAsync(params string[] arguments)
    {
        var said = new StringWriter();
        var runner = new CommandRunner(TextReader.Null, said, said, TimeProvider.System, Interruption.None);
        return (await runner.RunAsync([.. arguments, "--cwd", workshop.Folder]), said.ToString());
    }
}
