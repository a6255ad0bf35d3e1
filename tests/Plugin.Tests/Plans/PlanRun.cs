using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>One plan from an empty stack to an empty stack.</summary>
internal sealed class PlanRun
{
    private readonly PlanWorld world;
    private readonly StackEngine stack = new();
    private readonly Dictionary<string, Declaration> program = [];
    private readonly HashSet<string> gone = [];
    private PropertyMap settings = PropertyMap.Empty;

    private PlanRun(PlanWorld world) => this.world = world;

    /// <summary>Answers what is wrong; empty when the plan went as every plan must.</summary>
    public static async Task<ImmutableArray<string>> PlayAsync(PlanWorld world, Plan plan)
    {
        var run = new PlanRun(world) { settings = await world.SettingsAsync() };
        foreach (var step in plan.Steps)
        {
            await run.PlayAsync(step);
        }

        await run.LetGoAsync();
        if (!plan.DestroyedAsItStands)
        {
            await world.MendAsync();
            if (await run.ConvergeAsync() is { IsEmpty: false } wrong)
            {
                return wrong;
            }
        }

        var failures = await run.stack.DestroyAsync(new StackCalls(world.Plugin, null));
        await world.MendAsync();
        return [.. failures.Select(failure => $"destroy: {failure}"), .. await run.LeftoversAsync()];
    }

    private async Task PlayAsync(PlanStep step)
    {
        switch (step)
        {
            case PlanStep.Change { Variant: { } variant } change:
                program[change.Node] = new Declaration(variant, OptionsOf(change), SinceOf(change.Node));
                break;
            case PlanStep.Change change:
                program.Remove(change.Node);
                break;
            case PlanStep.Up up:
                var calls = new StackCalls(world.Plugin, up.CancelAt);
                await stack.UpAsync(calls, WholeProgram(), up.Refresh);
                gone.Clear();
                await (calls.Cancelled ? world.RestartPluginAsync() : Task.CompletedTask);
                break;
            case PlanStep.Drift drift:
                await world.DriftAsync(drift, stack.Find(drift.Node));
                Miss(drift);
                settings = stack.Find("oauth") is null ? await world.SettingsAsync() : settings;
                break;
            case PlanStep.Fault fault:
                await world.BreakAsync(fault);
                break;
            case PlanStep.LaterOn later:
                world.Advance(later.Days);
                break;
        }
    }

    private void Miss(PlanStep.Drift drift)
    {
        if (drift.Kind == 0 && gone.Add(drift.Node) && program.TryGetValue(drift.Node, out var declared))
        {
            program[drift.Node] = declared with { Since = SinceOf(drift.Node) };
        }
    }

    /// <summary>Where nothing signs any more, a successor that is staged for a later day would leave the server without a document until then:
    /// whoever knows of it wants one at once.</summary>
    private DateTimeOffset SinceOf(string node) => gone.Contains(node) ? world.Now.AddDays(-30) : world.Now;

    /// <summary>Settings are never absent: those that were kept would be what is found by whoever comes next.</summary>
    private static NodeOptions OptionsOf(PlanStep.Change change) =>
        change.Node == "oauth" ? change.Options with { RetainOnDelete = false } : change.Options;

    /// <summary>The owner takes every protection off, and removes by hand what the stack was told to leave behind.</summary>
    private async Task LetGoAsync()
    {
        stack.LetGo();
        foreach (var (name, declared) in program.ToList())
        {
            program[name] = declared with { Options = declared.Options.LetGo() };
        }

        foreach (var entry in stack.Abandoned)
        {
            await new StackCalls(world.Plugin, null).DeleteAsync(StackNode.Of(entry.Name), entry);
        }
    }

    /// <summary>Two runs put everything right, after which neither a preview nor a refresh shows anything.</summary>
    private async Task<ImmutableArray<string>> ConvergeAsync()
    {
        var whole = WholeProgram();
        await stack.UpAsync(Calls(), whole, refresh: true);
        var failures = await stack.UpAsync(Calls(), whole, refresh: true);
        return
        [
            .. failures.Select(failure => $"second run: {failure}"),
            .. (await stack.PreviewAsync(Calls(), whole, refresh: false)).Select(shown => $"preview: {shown}"),
            .. (await stack.PreviewAsync(Calls(), whole, refresh: true)).Select(shown => $"refresh: {shown}"),
        ];
    }

    private async Task<ImmutableArray<string>> LeftoversAsync()
    {
        var now = await world.SettingsAsync();
        var left = (await world.LeftoversAsync()).Select(leftover => $"left: {leftover}").ToImmutableArray();
        return now.Equals(settings) ? left : left.Add($"settings: {now} instead of {settings}");
    }

    private StackCalls Calls() => new(world.Plugin, null);

    /// <summary>The nodes whose needs are all there.</summary>
    private Dictionary<string, Declaration> WholeProgram() => program
        .Where(node => IsWhole(node.Key))
        .ToDictionary(node => node.Key, node => program.ContainsKey("check") ? Attended(node.Key, node.Value) : node.Value);

    /// <summary>A trust that is checked is left to nobody else.</summary>
    private static Declaration Attended(string node, Declaration declared) =>
        node == "check" ? declared : declared with { Options = declared.Options with { Ignores = false } };

    private bool IsWhole(string node) => program.ContainsKey(node) && StackNode.Of(node).Needs.All(IsWhole);
}
