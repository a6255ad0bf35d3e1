using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

/// <summary>What is left when things go wrong.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private Workshop workshop = null!;

    public async Task InitializeAsync() => workshop = await Workshop.OpenAsync();

    public async Task DisposeAsync() => await workshop.DisposeAsync();

    [Fact]
    public async Task What_is_half_made_is_kept_and_updated_by_the_next_run()
    {
        workshop.Provider.HalfMade = ["a"];
        var failed = await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        var reasons = workshop.StateOf("a")!["initErrors"]!.ToJsonString();
        workshop.Provider.TakeCalls();

        var repaired = await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));

        Assert.False(failed.Succeeded);
        Assert.Equal("[\"half made\"]", reasons);
        Assert.True(repaired.Succeeded);
        Assert.Equal(["Check(a, olds)", "Diff(a)", "Update(a)"], workshop.Provider.TakeCalls());
        Assert.Null(workshop.StateOf("a")!["initErrors"]);
    }

    [Fact]
    public async Task A_failed_resource_fails_the_run_and_nothing_is_deleted_after_it()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("old", ("value", 1)));
        workshop.Provider.Refused = ["a"];

        var result = await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));

        Assert.False(result.Succeeded);
        Assert.Contains(result.Log.Diagnostics, said => said is { Severity: DiagnosticSeverity.Error, Message: "a is not wanted" });
        Assert.NotNull(workshop.StateOf("old"));
        Assert.Null(workshop.StateOf("a"));
    }

    [Fact]
    public async Task What_a_check_refuses_is_reported_with_the_resource_and_the_property()
    {
        var result = await workshop.UpAsync(stack => stack.ThingAsync("a", ("wrong", 1)));

        Assert.Equal(
            "fake:index:Thing resource 'a': property wrong value {1} has a problem: it is wrong", Assert.Single(result.Log.Diagnostics).Message);
    }

    [Fact]
    public async Task A_creation_under_way_when_the_user_stops_is_awaited_and_recorded()
    {
        using var stop = new CancellationTokenSource();
        workshop.Provider.BeforeCreate = stop.CancelAsync;

        var result = await workshop.Host(async stack =>
        {
            await stack.ThingAsync("a", ("value", 1));
            await stack.ThingAsync("b", ("value", 1));
        }, new Interruption(stop.Token, CancellationToken.None)).UpAsync();

        Assert.False(result.Succeeded);
        Assert.NotNull(workshop.StateOf("a"));
        Assert.Null(workshop.StateOf("b"));
    }

    [Fact]
    public async Task A_run_that_was_killed_leaves_its_steps_in_the_journal_for_the_next()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        var host = workshop.Host(_ => Task.CompletedTask);
        using (var journal = host.State.Open(persist: true))
        {
            journal.Add(journal.Before[^1].State with { Urn = Urns.Make("dev", "test", "", "fake:index:Thing", "b"), Id = "b-1" });
            journal.Begin("creating", journal.Before[^1].State with { Urn = Urns.Make("dev", "test", "", "fake:index:Thing", "c"), Id = "" });
        }

        await File.AppendAllTextAsync(host.State.Path + ".journal", "{\"put\":{\"99\":{\"urn\":\"half a li");
        var next = await workshop.UpAsync(async stack =>
        {
            await stack.ThingAsync("a", ("value", 1));
            await stack.ThingAsync("b", ("value", 1));
        });

        Assert.True(next.Succeeded);
        Assert.Equal("b-1", workshop.StateOf("b")!["id"]!.ToString());
        Assert.Contains(next.Log.Diagnostics, said => said.Message.Contains("interrupted while creating", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_one_run_at_a_time_may_change_a_stack()
    {
        using var held = workshop.Host(_ => Task.CompletedTask).State.Open(persist: true);

        await Assert.ThrowsAsync<DeploymentException>(() => workshop.UpAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task Changes_where_none_were_expected_are_a_failure()
    {
        workshop.Options = workshop.Options with { ExpectsNoChanges = true };

        var preview = await workshop.PreviewAsync(stack => stack.ThingAsync("a", ("value", 1)));

        Assert.Equal(DeploymentEnd.ChangesUnexpected, preview.End);
    }

    [Fact]
    public async Task A_failure_is_no_unexpected_change()
    {
        workshop.Options = workshop.Options with { ExpectsNoChanges = true };

        workshop.Provider.Refused = ["a"];

        var up = await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));

        Assert.Equal(DeploymentEnd.ResourcesFailed, up.End);
    }

    [Fact]
    public async Task An_exported_state_can_be_imported_again()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));
        var state = workshop.Host(_ => Task.CompletedTask).State;

        state.Import(JsonNode.Parse(state.Export().ToJsonString())!);
        var again = await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", 1)));

        Assert.Empty(again.Changes);
    }

    [Fact]
    public async Task A_resource_imported_by_hand_is_in_the_state_and_needs_no_change()
    {
        workshop.Provider.Objects["there"] = PropertyMap.Of(("value", 1), ("serial", "there"));

        var result = await workshop.Host(_ => Task.CompletedTask).ImportAsync([new("fake:index:Thing", "a", "there")]);
        var next = await workshop.PreviewAsync(stack => stack.ThingAsync("a", ("value", 1)));

        Assert.True(result.Succeeded);
        Assert.True(workshop.StateOf("a")!["protect"]!.GetValue<bool>());
        Assert.Empty(next.Changes);
    }
}
