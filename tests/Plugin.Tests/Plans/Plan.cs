using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>One thing that happens between the first program and the end.</summary>
internal abstract record PlanStep
{
    private PlanStep()
    {
    }

    /// <summary>The program now holds the node so; or, without a variant, no longer.</summary>
    public sealed record Change(string Node, int? Variant) : PlanStep;

    /// <summary>A run of the program; cancelled while the given operation runs.</summary>
    public sealed record Up(bool Refresh, int? CancelAt) : PlanStep;

    /// <summary>Somebody else changes what the node stands for.</summary>
    public sealed record Drift(string Node, int Kind) : PlanStep;

    public sealed record Fault(string Server, string Kind) : PlanStep;

    public sealed record LaterOn(int Days) : PlanStep;
}

/// <summary>A first program, what happens to it, and whether it is destroyed as it then stands instead of being put right first.</summary>
internal sealed record Plan(int Seed, ImmutableArray<PlanStep> Steps, bool DestroyedAsItStands)
{
    public static Plan Of(int seed)
    {
        var random = new PlanRandom(seed);
        var first = StackNode.All.Where(_ => random.Below(100) < 65).Select(node => new PlanStep.Change(node.Name, random.Variant()));
        ImmutableArray<PlanStep> steps = [.. first, new PlanStep.Up(false, null), .. Enumerable.Range(0, 1 + random.Below(5)).Select(_ => Next(random))];
        return new Plan(seed, steps, random.Below(4) == 0);
    }

    public override string ToString() =>
        $"seed {Seed}{(DestroyedAsItStands ? ", destroyed as it stands" : "")}:\n  {string.Join("\n  ", Steps)}";

    private static PlanStep Next(PlanRandom random)
    {
        var node = StackNode.All[random.Below(StackNode.All.Length)].Name;
        return random.Below(12) switch
        {
            < 3 => new PlanStep.Change(node, random.Below(4) == 0 ? null : random.Variant()),
            < 6 => new PlanStep.Drift(node, random.Below(4)),
            < 8 => new PlanStep.Up(random.Below(2) == 0, null),
            8 => new PlanStep.Up(random.Below(2) == 0, random.Below(14)),
            < 11 => new PlanStep.Fault(PlanWorld.Servers[random.Below(3)], PlanWorld.FaultKinds[random.Below(4)]),
            _ => new PlanStep.LaterOn(1 + random.Below(4)),
        };
    }
}
