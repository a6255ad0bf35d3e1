using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>One thing that happens between the first program and the end.</summary>
internal abstract record PlanStep
{
    private PlanStep()
    {
    }

    /// <summary>The program now declares the node so; or, without a variant, no longer.</summary>
    public sealed record Change(string Node, int? Variant, NodeOptions Options) : PlanStep;

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
        var nodes = ProgramOf(random);
        var first = nodes.Select(node => new PlanStep.Change(node, random.Variant(), NodeOptions.Of(random)));
        ImmutableArray<PlanStep> steps =
        [
            .. first,
            new PlanStep.Up(false, random.Below(12) == 0 ? random.Below(8) : null),
            .. Enumerable.Range(0, 1 + random.Below(5)).Select(_ => Next(random, nodes)),
        ];
        return new Plan(seed, steps, random.Below(4) == 0);
    }

    public override string ToString() =>
        $"seed {Seed}{(DestroyedAsItStands ? ", destroyed as it stands" : "")}:\n  {string.Join("\n  ", Steps)}";

    /// <summary>Mostly a node or two with what they need, now and then nearly everything.</summary>
    private static ImmutableArray<string> ProgramOf(PlanRandom random)
    {
        var most = random.Below(3) == 0;
        var chosen = most
            ? [.. StackNode.All.Where(_ => random.Below(100) < 75).Select(node => node.Name)]
            : Enumerable.Range(0, 1 + random.Below(2)).Select(_ => AnyNode(random)).SelectMany(StackNode.WithNeeds).ToHashSet();
        return [.. StackNode.All.Select(node => node.Name).Where(chosen.Contains)];
    }

    private static PlanStep Next(PlanRandom random, ImmutableArray<string> nodes)
    {
        var node = nodes.IsEmpty || random.Below(6) == 0 ? AnyNode(random) : nodes[random.Below(nodes.Length)];
        return random.Below(14) switch
        {
            < 4 => new PlanStep.Change(node, random.Below(4) == 0 ? null : random.Variant(), NodeOptions.Of(random)),
            < 7 => new PlanStep.Drift(node, random.Below(5)),
            < 9 => new PlanStep.Up(random.Below(2) == 0, null),
            9 => new PlanStep.Up(random.Below(2) == 0, random.Below(14)),
            < 12 => new PlanStep.Fault(PlanWorld.Servers[random.Below(3)], PlanWorld.FaultKinds[random.Below(4)]),
            _ => new PlanStep.LaterOn(Days(random)),
        };
    }

    private static string AnyNode(PlanRandom random) => StackNode.All[random.Below(StackNode.All.Length)].Name;

    private static int Days(PlanRandom random) => random.Below(3) switch
    {
        0 => 30 + random.Below(60),
        1 => 300 + random.Below(500),
        _ => 1 + random.Below(8),
    };
}
