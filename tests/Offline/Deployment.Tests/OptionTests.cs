using PartnerTrust.Deployment.Steps;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

/// <summary>Resource options, as pulumi-protocol.md 4.4 and 7.1 have them.</summary>
public sealed class OptionTests : IAsyncLifetime
{
    private Workshop workshop = null!;

    public async Task InitializeAsync() => workshop = await Workshop.OpenAsync();

    public async Task DisposeAsync() => await workshop.DisposeAsync();

    [Fact]
    public async Task Ignored_changes_stay_as_they_were()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));

        var result = await workshop.UpAsync(stack => stack.ThingAsync("a", request => request.IgnoreChanges.Add("value"), ("value", 2)));

        Assert.Empty(result.Changes);
    }

    [Fact]
    public async Task A_change_that_the_program_wants_replaced_is_replaced()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));

        var result = await workshop.UpAsync(stack => stack.ThingAsync("a", request => request.ReplaceOnChanges.Add("value"), ("value", 2)));

        Assert.Contains(result.Log.Steps, step => step.Operation == StepOperation.CreateReplacement);
    }

    [Fact]
    public async Task A_changed_replacement_trigger_replaces_without_asking_the_provider()
    {
        Task Declare(TestStack stack, string trigger) =>
            stack.ThingAsync("a", request => request.ReplacementTrigger = PropertyCodec.Encode((PropertyValue)trigger), ("value", 1));
        await workshop.UpAsync(stack => Declare(stack, "one"));
        workshop.Provider.TakeCalls();

        await workshop.UpAsync(stack => Declare(stack, "two"));

        Assert.Equal(["Check(a, olds)", "Check(a)", "Create(a)", "Delete(a)"], workshop.Provider.TakeCalls());
    }

    [Fact]
    public async Task What_the_command_line_has_replaced_is_checked_as_if_there_were_nothing()
    {
        var thing = await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        workshop.Provider.TakeCalls();
        workshop.Options = workshop.Options with { Replaces = [thing.Step("a")!.Urn] };

        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));

        Assert.Equal(["Check(a)", "Create(a)", "Delete(a)"], workshop.Provider.TakeCalls());
    }

    [Fact]
    public async Task A_protected_resource_is_neither_deleted_nor_replaced()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", request => request.Protect = true, ("force", 1)));

        var dropped = await workshop.UpAsync(_ => Task.CompletedTask);
        var replaced = await workshop.UpAsync(stack => stack.ThingAsync("a", request => request.Protect = true, ("force", 2)));
        var destroyed = await workshop.DestroyAsync();

        Assert.All([dropped, replaced, destroyed], result => Assert.False(result.Succeeded));
        Assert.Single(workshop.Provider.Objects);
    }

    [Fact]
    public async Task What_is_retained_only_leaves_the_state()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", request => request.RetainOnDelete = true, ("value", 1)));

        await workshop.UpAsync(_ => Task.CompletedTask);

        Assert.Single(workshop.Provider.Objects);
        Assert.Null(workshop.StateOf("a"));
    }

    [Fact]
    public async Task What_is_deleted_with_another_is_not_deleted_by_itself()
    {
        await workshop.UpAsync(async stack =>
        {
            var first = await stack.ThingAsync("a", ("value", 1));
            await stack.ThingAsync("b", request => request.DeletedWith = first.Urn, ("value", 1));
        });
        workshop.Provider.TakeCalls();

        await workshop.DestroyAsync();

        Assert.Equal(["Delete(a)"], workshop.Provider.TakeCalls());
    }

    [Fact]
    public async Task A_renamed_resource_is_the_same_under_its_alias()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("old", ("value", 1)));
        workshop.Provider.TakeCalls();

        await workshop.UpAsync(
            stack => stack.ThingAsync("new", request => request.Aliases.Add(new Alias { Spec = new() { Name = "old" } }), ("value", 1)));

        Assert.Equal(["Check(new, olds)", "Diff(new)"], workshop.Provider.TakeCalls());
        Assert.Null(workshop.StateOf("old"));
        Assert.Equal("old-1", workshop.StateOf("new")!["id"]!.ToString());
    }

    [Fact]
    public async Task An_imported_resource_is_read_and_then_made_what_the_program_says()
    {
        workshop.Provider.Objects["there"] = PropertyMap.Of(("value", 1), ("serial", "there"));

        await workshop.UpAsync(stack => stack.ThingAsync("a", request => request.ImportId = "there", ("value", 2)));

        Assert.Equal(["Read(a)", "Check(a, olds)", "Diff(a)", "Update(a)"], workshop.Provider.TakeCalls());
        Assert.Equal(2, ((NumberValue)workshop.Provider.Objects["there"]["value"]).Value);
    }

    [Fact]
    public async Task A_resource_that_is_only_read_is_never_deleted()
    {
        workshop.Provider.Objects["there"] = PropertyMap.Of(("value", 1));
        Task Declare(TestStack stack) => stack.Monitor.ReadResourceAsync(
            new ReadResourceRequest { Id = "there", Type = "fake:index:Thing", Name = "a", Parent = stack.Urn }, CancellationToken.None);

        await workshop.UpAsync(Declare);
        var isExternal = workshop.StateOf("a")!["external"]!.GetValue<bool>();
        await workshop.DestroyAsync();

        Assert.True(isExternal);
        Assert.Single(workshop.Provider.Objects);
    }

    [Fact]
    public async Task Only_targets_change()
    {
        await workshop.UpAsync(async stack =>
        {
            await stack.ThingAsync("a", ("value", 1));
            await stack.ThingAsync("b", ("value", 1));
        });
        workshop.Options = workshop.Options with { Targets = [Urns.Make("dev", "test", "", "fake:index:Thing", "b")] };

        var result = await workshop.UpAsync(async stack =>
        {
            await stack.ThingAsync("a", ("value", 2));
            await stack.ThingAsync("b", ("value", 2));
        });

        Assert.Equal("b", Assert.Single(result.Changes).Name);
    }

    [Fact]
    public async Task A_component_is_built_by_its_provider_and_its_children_belong_to_it()
    {
        var outputs = PropertyMap.Empty;
        await workshop.UpAsync(async stack =>
        {
            var request =
                new RegisterResourceRequest { Type = "fake:index:Pair", Name = "pair", Parent = stack.Urn, Remote = true, AcceptSecrets = true };
            outputs = PropertyCodec.Decode((await stack.Monitor.RegisterResourceAsync(request, CancellationToken.None)).Object);
        });

        var child = workshop.StateOf("pair-child")!["urn"]!.ToString();
        Assert.Equal("urn:pulumi:dev::test::fake:index:Pair$fake:index:Thing::pair-child", child);
        Assert.Equal(child, outputs["childUrn"]);
        Assert.Equal(child, workshop.StateOf("pair")!["outputs"]!["childUrn"]!.ToString());
    }

    [Fact]
    public async Task Two_resources_of_one_name_are_one_too_many()
    {
        var result = await workshop.UpAsync(async stack =>
        {
            await stack.ThingAsync("a", ("value", 1));
            await stack.ThingAsync("a", ("value", 1));
        });

        Assert.False(result.Succeeded);
        Assert.Contains("Duplicate resource URN", Assert.Single(result.Log.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explicit_provider_serves_what_names_it()
    {
        await workshop.UpAsync(async stack =>
        {
            var provider = await stack.Monitor.RegisterResourceAsync(
                new RegisterResourceRequest
                {
                    Type = "pulumi:providers:fake",
                    Name = "mine",
                    Parent = stack.Urn,
                    Custom = true,
                    Object = PropertyCodec.Encode(PropertyMap.Of(("region", "here"))),
                },
                CancellationToken.None);
            var id = provider.Id.Length > 0 ? provider.Id : "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
            await stack.ThingAsync("a", request => request.Provider = $"{provider.Urn}::{id}", ("value", 1));
        });

        Assert.StartsWith(
            "urn:pulumi:dev::test::pulumi:providers:fake::mine::", workshop.StateOf("a")!["provider"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("here", workshop.Provider.Configuration!["region"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Unknown_values_reach_only_programs_that_can_hold_them_in_part(bool supportsPartialValues)
    {
        var seen = PropertyMap.Empty;

        await workshop.PreviewAsync(async stack =>
        {
            void Options(RegisterResourceRequest request) => request.SupportsPartialValues = supportsPartialValues;
            seen = PropertyCodec.Decode((await stack.ThingAsync("a", Options, ("value", ListValue.Of([1, UnknownValue.Text])))).Object);
        });

        Assert.Equal(supportsPartialValues, seen.ContainsKey("value"));
    }
}
