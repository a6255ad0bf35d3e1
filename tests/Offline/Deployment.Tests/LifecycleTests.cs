using PartnerTrust.Deployment.Steps;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

/// <summary>The sequences of pulumi-protocol.md 7.2.</summary>
public sealed class LifecycleTests : IAsyncLifetime
{
    private Workshop workshop = null!;

    public async Task InitializeAsync() => workshop = await Workshop.OpenAsync();

    public async Task DisposeAsync() => await workshop.DisposeAsync();

    [Fact]
    public async Task A_first_update_previews_and_then_creates_what_the_program_declares()
    {
        workshop.Options = workshop.Options with { SkipsPreview = false };

        var result = await workshop.UpAsync(async stack =>
        {
            var thing = await stack.ThingAsync("a", ("value", 1));
            stack.Export("serial", PropertyCodec.Decode(thing.Object).GetValueOrDefault("serial", UnknownValue.Text));
        });

        Assert.True(result.Succeeded);
        Assert.Equal(["Check(a)", "Create(a, preview)", "Check(a)", "Create(a)"], workshop.Provider.TakeCalls());
        Assert.Equal("a-1", ((TextValue)result.Log.Outputs["serial"]).Value);
        Assert.Contains("+ 2 created", workshop.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_update_of_the_same_program_changes_nothing()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        workshop.Provider.TakeCalls();

        var again = await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));

        Assert.Equal(["Check(a, olds)", "Diff(a)"], workshop.Provider.TakeCalls());
        Assert.Empty(again.Changes);
    }

    [Fact]
    public async Task A_changed_input_is_updated_in_place()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        workshop.Provider.TakeCalls();

        var result = await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 2)));

        Assert.Equal(["Check(a, olds)", "Diff(a)", "Update(a)"], workshop.Provider.TakeCalls());
        Assert.Equal(["value"], Assert.Single(result.Changes).Changes.Keys);
    }

    [Fact]
    public async Task A_replacement_creates_the_new_before_it_deletes_the_old()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("force", 1)));
        workshop.Provider.TakeCalls();

        await workshop.UpAsync(stack => stack.ThingAsync("a", ("force", 2)));

        Assert.Equal(["Check(a, olds)", "Diff(a)", "Check(a)", "Create(a)", "Delete(a)"], workshop.Provider.TakeCalls());
        Assert.Equal("a-2", Assert.Single(workshop.Provider.Objects).Key);
    }

    [Fact]
    public async Task A_replacement_that_deletes_first_takes_along_what_would_have_to_be_replaced_with_it()
    {
        workshop.Provider.DeletesFirst = true;
        Task Declare(TestStack stack, int force) => DeclarePairAsync(stack, force);
        await workshop.UpAsync(stack => Declare(stack, 1));
        workshop.Provider.TakeCalls();

        await workshop.UpAsync(stack => Declare(stack, 2));

        Assert.Equal(
            ["Check(a, olds)", "Diff(a)", "Check(a)", "Diff(b)", "Delete(b)", "Delete(a)", "Create(a)", "Check(b)", "Create(b)"],
            workshop.Provider.TakeCalls());
        Assert.Equal(2, workshop.Provider.Objects.Count);
    }

    [Fact]
    public async Task What_the_program_no_longer_mentions_is_deleted_after_it_ended_and_dependents_first()
    {
        await workshop.UpAsync(stack => DeclarePairAsync(stack, 1));
        workshop.Provider.TakeCalls();

        var result = await workshop.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["Delete(b)", "Delete(a)"], workshop.Provider.TakeCalls());
        Assert.Equal(2, result.Changes.Count());
    }

    [Fact]
    public async Task Destroy_deletes_everything_and_forgets_the_providers()
    {
        await workshop.UpAsync(stack => DeclarePairAsync(stack, 1));
        workshop.Provider.TakeCalls();

        var result = await workshop.DestroyAsync();

        Assert.True(result.Succeeded);
        Assert.Equal(["Delete(b)", "Delete(a)"], workshop.Provider.TakeCalls());
        Assert.Null(workshop.StateOf("default"));
    }

    [Fact]
    public async Task Refresh_shows_what_changed_behind_our_back_and_keeps_it()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        workshop.Provider.Objects["a-1"] = workshop.Provider.Objects["a-1"].Set("value", 7).Set("drift", true);

        var result = await workshop.RefreshAsync();

        var step = Assert.Single(result.Changes);
        Assert.Equal(StepOperation.Refresh, step.Operation);
        Assert.Equal(["drift", "value"], step.Changes.Keys);
        Assert.Contains("~ value: 1 => 7", Output.ChangeText.Of(step));
        Assert.Equal(7, (int)workshop.StateOf("a")!["inputs"]!["value"]!.GetValue<double>());
    }

    [Fact]
    public async Task Refresh_forgets_what_is_gone()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        workshop.Provider.Objects.Clear();

        await workshop.RefreshAsync();

        Assert.Null(workshop.StateOf("a"));
    }

    [Fact]
    public async Task A_resource_that_asks_for_it_is_read_before_it_is_compared()
    {
        workshop.Provider.AsksForRefresh = true;
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        workshop.Provider.Objects["a-1"] = workshop.Provider.Objects["a-1"].Set("drift", "rolled");
        workshop.Provider.TakeCalls();

        var seen = PropertyMap.Empty;
        var preview = await workshop.PreviewAsync(async stack => seen = PropertyCodec.Decode((await stack.ThingAsync("a", ("value", 1))).Object));

        Assert.Equal(["Read(a)", "Diff(a)", "Check(a, olds)", "Diff(a)"], workshop.Provider.TakeCalls());
        Assert.Equal("rolled", seen["drift"]);
        Assert.Equal(["drift"], Assert.Single(preview.Changes).Changes.Keys);
        Assert.Null(workshop.StateOf("a")!["outputs"]!["drift"]);
    }

    /// <summary>As the engine does it: what the update changes is not in what was read.</summary>
    [Fact]
    public async Task A_refresh_before_the_update_happens_before_the_program_says_anything()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Provider.AsksForRefresh = true;
        await workshop.UpAsync(DeclareBothAsync);
        workshop.Provider.TakeCalls();

        await workshop.UpAsync(DeclareBothAsync);

        Assert.Equal(["Read(a)", "Read(b)", "Check(a, olds)", "Diff(a)", "Check(b, olds)", "Diff(b)"], workshop.Provider.TakeCalls());

        static async Task DeclareBothAsync(TestStack stack)
        {
            await stack.ThingAsync("a", ("value", 1));
            await stack.ThingAsync("b", ("value", 1));
        }
    }

    [Fact]
    public async Task A_resource_found_gone_before_the_update_is_made_again()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Provider.AsksForRefresh = true;
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        workshop.Provider.Objects.Clear();
        workshop.Provider.TakeCalls();

        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));

        Assert.Equal(["Read(a)", "Check(a)", "Create(a)"], workshop.Provider.TakeCalls());
        Assert.Single(workshop.Provider.Objects);
    }

    /// <summary>The second is replaced when the first is, as it uses what only a new one has.</summary>
    private static async Task DeclarePairAsync(TestStack stack, int force)
    {
        var first = await stack.ThingAsync("a", ("force", force));
        var serial = PropertyCodec.Decode(first.Object).GetValueOrDefault("serial", UnknownValue.Text);
        await stack.ThingAsync(
            "b",
            request =>
            {
                request.Dependencies.Add(first.Urn);
                request.PropertyDependencies["force"] = new() { Urns = { first.Urn } };
            },
            ("force", serial));
    }
}
