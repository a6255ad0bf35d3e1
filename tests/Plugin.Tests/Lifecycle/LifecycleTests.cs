using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>One table, one story for every resource on every engine, told through the deployment host.</summary>
public sealed class LifecycleTests : IAsyncLifetime
{
    private DeployedStack stack = null!;

    public static TheoryData<EngineKind, string> Resources => CasesWhere((_, _) => true);

    public static TheoryData<EngineKind, string> Remembered => CasesWhere((kind, row) => kind == EngineKind.Embedded || !row.IsForgotten);

    public static TheoryData<EngineKind, string> Removable => CasesWhere((kind, row) => row.CanBeGoneOn(kind));

    public static TheoryData<EngineKind, string> Lasting => CasesWhere((kind, row) => !row.CanBeGoneOn(kind));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await stack.DisposeAsync();

    [SkippableTheory]
    [MemberData(nameof(Resources))]
    public async Task A_second_preview_and_a_refresh_show_nothing(EngineKind kind, string type)
    {
        var row = await UpAsync(kind, type);

        AssertNothing(await stack.PreviewAsync(row.Declare(row.Program)));
        AssertNothing(await stack.RefreshAsync());
        AssertNothing(await stack.PreviewAsync(row.Declare(row.Program)));
    }

    [SkippableTheory]
    [MemberData(nameof(Resources))]
    public async Task A_change_shows_at_its_path_alone_and_is_gone_after_it_was_applied(EngineKind kind, string type)
    {
        var row = await UpAsync(kind, type);

        var updated = await stack.UpAsync(row.Declare(row.Changed.Program));

        var step = Assert.Single(updated.Changes);
        Assert.Equal((StepOperation.Update, LifecycleRow.Name), (step.Operation, step.Name));
        Assert.Equal([row.Changed.Path], step.Changes.Keys);
        AssertNothing(await stack.PreviewAsync(row.Declare(row.Changed.Program)));
        AssertNothing(await stack.RefreshAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Remembered))]
    public async Task After_an_import_by_id_a_preview_shows_nothing(EngineKind kind, string type)
    {
        var row = await UpAsync(kind, type);
        var id = IdInState();
        await stack.UpAsync(row.Declare(row.Program, options => options.RetainOnDelete = true));
        await stack.UpAsync(row.DeclareOthers());

        Assert.Equal(row.Id ?? id, id);
        var imported = await stack.ImportAsync(type, LifecycleRow.Name, id);

        Assert.True(imported.Succeeded, stack.Output);
        Assert.Empty(PackageSchema.BuiltIn.FindResource(PackageTokens.Of(type))!.Outputs.Required.Except(
            imported.Step(LifecycleRow.Name)!.State.Outputs.Keys));
        AssertNothing(await stack.RefreshAsync());
        AssertNothing(await stack.PreviewAsync(row.Declare(row.Program.Remove("refreshTrigger"))));
    }

    [SkippableTheory]
    [MemberData(nameof(Resources))]
    public async Task What_was_changed_behind_our_back_shows_as_exactly_that_and_up_puts_it_right(EngineKind kind, string type)
    {
        var row = Start(kind, type);
        var program = row.Declare(row.Strict ?? row.Program);
        await AssertDoneAsync(stack.UpAsync(program));
        await row.Drift.Change(stack);

        var refreshed = await stack.RefreshAsync();
        var repaired = await stack.UpAsync(program);

        Assert.Equal(
            kind == EngineKind.Embedded ? row.Drift.Shown : row.Drift.Shown.RemoveRange(row.ShownByStores),
            refreshed.Step(LifecycleRow.Name)!.Changes.Keys);
        Assert.True(repaired.Succeeded, stack.Output);
        Assert.Equal(row.Drift.Repaired, repaired.Step(LifecycleRow.Name)!.Changes.Keys);
        AssertNothing(await stack.RefreshAsync());
        AssertNothing(await stack.PreviewAsync(program));
    }

    [SkippableTheory]
    [MemberData(nameof(Removable))]
    public async Task What_was_deleted_behind_our_back_is_gone_after_a_refresh_and_made_again(EngineKind kind, string type)
    {
        var row = await UpAsync(kind, type);
        await DeleteBehindAsync(row);

        Assert.Equal(StepOperation.Delete, (await stack.RefreshAsync()).Step(LifecycleRow.Name)!.Operation);
        Assert.Equal(StepOperation.Create, (await stack.UpAsync(row.Declare(row.Program))).Step(LifecycleRow.Name)!.Operation);
        Assert.True(await IsThereAsync(row));
        AssertNothing(await stack.PreviewAsync(row.Declare(row.Program)));
    }

    [SkippableTheory]
    [MemberData(nameof(Lasting))]
    public async Task What_can_never_be_gone_is_still_there_after_a_refresh_although_it_was_deleted_behind_our_back(EngineKind kind, string type)
    {
        var row = await UpAsync(kind, type);
        var id = IdInState();
        await DeleteBehindAsync(row);

        await AssertDoneAsync(stack.RefreshAsync());

        Assert.Equal(id, IdInState());
        await AssertDoneAsync(stack.UpAsync(row.Declare(row.Program)));
        AssertNothing(await stack.PreviewAsync(row.Declare(row.Program)));
    }

    [SkippableTheory]
    [MemberData(nameof(Resources))]
    public async Task Deleting_what_is_absent_succeeds(EngineKind kind, string type)
    {
        var row = await UpAsync(kind, type);
        await DeleteBehindAsync(row);

        await AssertDoneAsync(stack.UpAsync(row.DeclareOthers()));
        await AssertDoneAsync(stack.DestroyAsync());

        Assert.DoesNotContain(stack.State, resource => resource!["urn"]!.ToString().Contains("partnertrust:index", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(Resources))]
    public async Task A_replacement_goes_in_the_safe_order_and_leaves_one_behind(EngineKind kind, string type)
    {
        var row = await UpAsync(kind, type);

        var (prepare, path, program) = row.ReplacedOn(kind);
        await prepare(stack);
        var replaced = await stack.UpAsync(row.Declare(program));

        Assert.True(replaced.Succeeded, stack.Output);
        AssertReplaced(replaced);
        Assert.Equal(
            [path],
            replaced.Log.Steps.First(step => step.Operation == StepOperation.Replace).Changes.Keys.Intersect([path]));
        Assert.False(row.CanBeGoneOn(kind) && await IsThereAsync(row));
        AssertNothing(await stack.PreviewAsync(row.Declare(program)));
    }

    [SkippableTheory]
    [MemberData(nameof(Resources))]
    public async Task What_a_preview_says_is_what_up_then_finds(EngineKind kind, string type)
    {
        var row = Start(kind, type);
        await using var servers = await ServersUnderTest.StartAsync(kind);
        foreach (var (before, name, inputs) in row.Before)
        {
            await servers.Resource(before, name).UpAsync(inputs);
        }

        var resource = servers.Resource(type);
        var foreseen = await resource.PreviewAsync(row.Program);
        await resource.UpAsync(row.Program);

        foreach (var (name, value) in foreseen.Where(output => !output.Value.ContainsUnknown()))
        {
            Assert.Equal(value.Plain(), resource.Outputs[name].Plain());
        }
    }

    internal static void AssertNothing(DeploymentResult result)
    {
        Assert.True(result.Succeeded, string.Join("\n", result.Log.Diagnostics));
        Assert.Empty(result.Changes.Select(
            step => $"{step.Operation} {step.Name}: {string.Join(", ", step.Changes.Keys)} ({string.Join(", ", Different(step))})"));
    }

    private static IEnumerable<string> Different(Step step) => step is { Old: { } old, New: { } found }
        ? found.Outputs.Where(output => !old.Outputs.TryGetValue(output.Key, out var before) || !output.Value.Equals(before)).Select(output => $"{output.Key} {output.Value}")
        : [];

    /// <summary>What works is not taken down before what takes its place is there.</summary>
    internal static void AssertReplaced(DeploymentResult result) => Assert.Equal(
        [StepOperation.CreateReplacement, StepOperation.DeleteReplaced],
        result.Changes.Where(step => step.Name == LifecycleRow.Name).Select(step => step.Operation));

    private static TheoryData<EngineKind, string> CasesWhere(Func<EngineKind, LifecycleRow, bool> holds)
    {
        var cases = new TheoryData<EngineKind, string>();
        foreach (var kind in Enum.GetValues<EngineKind>())
        {
            foreach (var row in LifecycleTable.Rows.Where(row => holds(kind, row)))
            {
                cases.Add(kind, row.Type);
            }
        }

        return cases;
    }

    private LifecycleRow Start(EngineKind kind, string type)
    {
        stack = new DeployedStack(kind);
        return LifecycleTable.Rows.Single(row => row.Type == type).On(kind);
    }

    private async Task<LifecycleRow> UpAsync(EngineKind kind, string type)
    {
        var row = Start(kind, type);
        await AssertDoneAsync(stack.UpAsync(row.Declare(row.Program)));
        return row;
    }

    private async Task AssertDoneAsync(Task<DeploymentResult> command) => Assert.True((await command).Succeeded, stack.Output);

    private Task<bool> DeleteBehindAsync(LifecycleRow row) => stack.BesideAsync(async plugin =>
    {
        var other = new ManagedResource(plugin, row.Type, "other");
        await other.ImportAsync(row.Id ?? IdInState());
        await other.DeleteAsync();
        return true;
    });

    private string IdInState() => stack.State.Single(resource => Urns.Name(resource!["urn"]!.ToString()) == LifecycleRow.Name)!["id"]!.ToString();

    private Task<bool> IsThereAsync(LifecycleRow row) =>
        stack.BesideAsync(plugin => new ManagedResource(plugin, row.Type, "other").IsThereAsync(row.Id!));
}
