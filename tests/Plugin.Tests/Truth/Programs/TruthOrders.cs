using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>Programs that do not say what comes before what, and the orders in which the engine may come to their resources.</summary>
internal sealed class TruthOrders(Draw draw)
{
    /// <summary>The program without half of what it waits for.</summary>
    public TruthProgram Undeclare(TruthProgram program) => program with
    {
        DeclaresOrder = false,
        Resources = [.. program.Resources.Select(resource => draw.Chance(50) ? resource with { DependsOn = [] } : resource)],
    };

    /// <summary>One of the orders in which everything comes after what it declares to need.</summary>
    public TruthProgram Shuffle(TruthProgram program)
    {
        var left = program.Resources.ToList();
        var order = ImmutableArray.CreateBuilder<TruthResource>(left.Count);
        while (left.Count > 0)
        {
            var ready = left.Where(resource => !left.Any(other => resource.Needs().Contains(other.Name))).ToList();
            var next = ready[draw.Below(ready.Count)];
            order.Add(next);
            left.Remove(next);
        }

        return program with { Resources = order.ToImmutable() };
    }
}
