using PartnerTrust.Plugin.Tests.Truth.Programs;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>The programs of a stack, one after the other.</summary>
internal sealed class TruthHistory
{
    private readonly TimeProvider time;
    private readonly TruthOrders orders;
    private readonly Draw draw;
    private TruthInstallation installation;
    private TruthProgram? program;

    public TruthHistory(Draw draw, TimeProvider time)
    {
        (this.draw, this.time) = (draw, time);
        orders = new TruthOrders(draw);
        installation = TruthInstallation.Of(draw);
        Runs = draw.Below(10) switch
        {
            < 5 => 1,
            < 8 => 2,
            _ => 3,
        };
    }

    public int Runs { get; }

    private TruthAdditions Additions => new(installation, draw);

    public TruthProgram Next()
    {
        program = program is null ? First() : Later(program.Settled());
        if (draw.Chance(10) && !program.IsReordered)
        {
            program = Additions.MakeForeign(program);
        }

        return program.DeclaresOrder ? program : orders.Shuffle(program);
    }

    /// <summary>The program in the order in which its update comes to it.</summary>
    public TruthProgram Applied(TruthProgram previewed) => previewed.IsReordered ? orders.Shuffle(previewed) : previewed;

    private TruthProgram First()
    {
        var wholes = new WholePrograms(installation, draw);
        if (draw.Chance(8))
        {
            return orders.Shuffle(wholes.Make(waitsForEverything: true)) with { IsReordered = true };
        }

        var first = Changed(draw.Chance(7) ? wholes.MakeByComponent() : wholes.Make(), draw.Below(3));
        first = draw.Chance(15) ? Additions.SplitOverProviders(first) : first;
        first = draw.Chance(25) ? new TruthFunctions(installation, draw).Add(first) : first;
        return draw.Chance(8) ? orders.Undeclare(first) : first;
    }

    private TruthProgram Later(TruthProgram before)
    {
        if (draw.Chance(20))
        {
            (installation, before) = new TruthMoves(installation, draw).Move(before);
        }

        return Changed(before, 1 + draw.Below(2));
    }

    private TruthProgram Changed(TruthProgram before, int times)
    {
        for (; times > 0; times--)
        {
            before = draw.Below(16) switch
            {
                0 => Additions.AddTwin(before),
                1 or 2 => Additions.Remove(before),
                3 or 4 => Additions.Rename(before),
                5 => new TruthFunctions(installation, draw).Add(before),
                _ => new TruthChanges(installation, draw, time).Change(before),
            };
        }

        return before;
    }
}
