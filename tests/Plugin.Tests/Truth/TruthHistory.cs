using PartnerTrust.Plugin.Tests.Truth.Programs;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>The programs of a stack, one after the other.</summary>
internal sealed class TruthHistory
{
    private readonly TruthInstallation installation;
    private readonly TruthChanges changes;
    private readonly TruthAdditions additions;
    private readonly Draw draw;
    private TruthProgram? program;

    public TruthHistory(Draw draw, TimeProvider time)
    {
        this.draw = draw;
        installation = TruthInstallation.Of(draw);
        changes = new TruthChanges(installation, draw, time);
        additions = new TruthAdditions(installation, draw);
        Runs = draw.Below(10) switch
        {
            < 5 => 1,
            < 8 => 2,
            _ => 3,
        };
    }

    public int Runs { get; }

    public TruthProgram Next()
    {
        program = program is null ? First() : Changed(program.Settled(), 1 + draw.Below(2));
        if (draw.Chance(10))
        {
            program = additions.MakeForeign(program);
        }

        return program;
    }

    private TruthProgram First()
    {
        var whole = new WholePrograms(installation, draw).Make();
        var first = Changed(whole, draw.Below(4));
        return draw.Chance(15) ? additions.SplitOverProviders(first) : first;
    }

    private TruthProgram Changed(TruthProgram before, int times)
    {
        for (; times > 0; times--)
        {
            before = draw.Below(12) switch
            {
                0 => additions.AddTwin(before),
                1 or 2 => additions.Remove(before),
                _ => before.With(changes.Change(before.Resources[draw.Below(before.Resources.Length)])),
            };
        }

        return before;
    }
}
