using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>One plan from an empty stack to an empty stack.</summary>
internal sealed class PlanRun
{
    private readonly PlanWorld world;
    private readonly StackEngine stack = new();
    private readonly Dictionary<string, int> program = [];
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
                program[change.Node] = variant;
                break;
            case PlanStep.Change change:
                program.Remove(change.Node);
                break;
            case PlanStep.Up up:
                var calls = new StackCalls(world.Plugin, up.CancelAt);
                await stack.UpAsync(calls, WholeProgram(), up.Refresh);
                await (calls.Cancelled ? world.RestartPluginAsync() : Task.CompletedTask);
                break;
            case PlanStep.Drift drift:
                await world.DriftAsync(drift, stack.Find(drift.Node));
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
    private Dictionary<string, int> WholeProgram() =>
        program.Where(node => IsWhole(node.Key)).ToDictionary(node => node.Key, node => node.Value);

    private bool IsWhole(string node) => program.ContainsKey(node) && StackNode.Of(node).Needs.All(IsWhole);
}
