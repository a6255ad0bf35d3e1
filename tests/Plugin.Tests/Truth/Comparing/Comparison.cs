using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Comparing;

/// <summary>A preview beside the update that followed it, resource by resource.</summary>
internal sealed class Comparison(TruthRun preview, TruthRun update)
{
    private readonly List<Disagreement> found = [];

    /// <summary>Whether each resource declares what it turns on: then no verdict comes too early.</summary>
    public bool DeclaresOrder { get; init; } = true;

    /// <summary>Whether a host has a fault that only a call can see: then no verdict is held against the preview, and no step that it keeps from
    /// being done.</summary>
    public bool HasHiddenFault { get; init; }

    /// <summary>How far the clock may have gone between the two.</summary>
    public TimeSpan Drift { get; init; }

    /// <summary>Verdicts about checks that ran.</summary>
    public int Verdicts { get; private set; }

    /// <summary>Of them, those that a preview left open.</summary>
    public int Untold { get; private set; }

    /// <summary>Of them, those of which it told that the program declares no order by which they could be known.</summary>
    public int Unordered { get; private set; }

    /// <summary>Verdicts that a fault of a host keeps apart.</summary>
    public int Apart { get; private set; }

    /// <summary>Whether the preview failed for what it cannot tell.</summary>
    private bool IsStrictlyClosed => preview.Turns.Values.Any(turn => turn.Failure is not null && Foreseen.By(turn).Outcome == Outcome.Untold);

    /// <summary>Of a component whose children fail others may or may not be registered, as they are at the same time.</summary>
    public IReadOnlyList<Disagreement> Make()
    {
        foreach (var turn in update.Turns.Values.Where(turn => !turn.IsSkipped))
        {
            if (preview.Turns.TryGetValue(turn.Name, out var said))
            {
                Compare(said, turn);
            }
            else if (!preview.Turns.Values.Any(other => other is { Parent: not null, Failure: not null } && other.Parent == turn.Parent))
            {
                Add("not in the preview", turn, "nothing", $"{turn.Step}");
            }
        }

        found.AddRange(update.FailedDeletions.Select(failed => new Disagreement("deletion not done", failed.Key, "nothing", failed.Value)));
        return found;
    }

    private void Compare(TruthTurn said, TruthTurn met)
    {
        if (DeclaresOrder && said.Told.FirstOrDefault(VerdictText.IsLate) is { } late)
        {
            Add("told too early in a declared order", met, late, Foreseen.FoundBy(met).ToString());
        }

        if (said.IsSkipped)
        {
            if (!IsStrictlyClosed)
            {
                Add("skipped in the preview alone", met, "skipped", Foreseen.FoundBy(met).ToString());
            }

            return;
        }

        CompareSteps(said, met);
        CompareVerdicts(said, met);
        CompareOutputs(said, met);
    }

    /// <summary>What depends on an unknown may turn out to be no change.</summary>
    private void CompareSteps(TruthTurn said, TruthTurn met)
    {
        if (said.Step != met.Step && said is { Failure: null, HadUnknowns: false } && met.Step is not null
            && !(HasHiddenFault && met.Failure is not null))
        {
            Add("another step", met, $"{said.Step}", $"{met.Step}");
        }
    }

    private void CompareVerdicts(TruthTurn said, TruthTurn met)
    {
        if (met is { Step: TruthStep.Same, Failure: null } || (met is { Step: null, Failure: null, Outputs: null } && said.Failure is null))
        {
            return;
        }

        var (foreseen, truth) = (Foreseen.By(said), Foreseen.FoundBy(met));
        if (HasHiddenFault)
        {
            Apart += Foreseen.IsCheck(met) ? 1 : 0;
            return;
        }

        if (Foreseen.IsCheck(met))
        {
            Verdicts++;
            Untold += foreseen.Outcome == Outcome.Untold ? 1 : 0;
            Unordered += said.Told.Any(VerdictText.IsLate) ? 1 : 0;
        }

        var early = VerdictText.OfCheckBeforeLate(said.Told);
        if (foreseen.Outcome == Outcome.Untold && early.Outcome is Outcome.Holds or Outcome.Fails && Kind(early, truth, isCheck: true) is { } wrong)
        {
            Add($"{wrong} before the late word", met, early.ToString(), truth.ToString());
        }

        if (foreseen.Outcome != Outcome.Untold && !MayBeSilent(foreseen, said) && Kind(foreseen, truth, Foreseen.IsCheck(met)) is { } kind)
        {
            Add(kind, met, foreseen.ToString(), truth.ToString());
        }
    }

    /// <summary>Nothing need be said of a resource whose own inputs are not known, nor of one beside a like one of the same server of which that is
    /// true: they may turn out to be two records of one partner.</summary>
    private bool MayBeSilent(Verdict foreseen, TruthTurn said) => !Foreseen.IsCheck(said) && foreseen.Outcome == Outcome.Holds
        && preview.Turns.Values.Any(other => other.HadUnknowns && other.Type == said.Type && other.Server == said.Server);

    private static string? Kind(Verdict foreseen, Verdict truth, bool isCheck) => (foreseen.Outcome, truth.Outcome) switch
    {
        (Outcome.Silent, _) => "no verdict",
        (Outcome.Holds, Outcome.Fails) => isCheck ? "false hold" : "refusal not foretold",
        (Outcome.Fails, Outcome.Holds) => isCheck ? "false fail" : "false refusal",
        (Outcome.Fails, Outcome.Fails) when foreseen.Number != truth.Number => isCheck ? "another number" : "another refusal",
        (Outcome.Fails, Outcome.Fails) when isCheck && foreseen.Step != truth.Step => "another step of the check",
        _ => null,
    };

    private void CompareOutputs(TruthTurn said, TruthTurn met)
    {
        if (said.Outputs is not { } promised || met.Outputs is not { } kept || met.Failure is not null || said.Step != met.Step
            || (Foreseen.IsFunction(said) && Foreseen.By(said).Outcome == Outcome.Untold))
        {
            return;
        }

        var promises = new Promises(Drift) { IsOfTheMoment = met.Type is "planRollover" or "explainTrust" };
        foreach (var (name, value) in promised.AsEnumerable())
        {
            var actual = kept.TryGetValue(name, out var given) ? given : PropertyValue.Null;
            foreach (var broken in promises.Broken(name, value, actual))
            {
                Add($"another output {name}", met, $"{broken.Path}: {TruthDescription.Of(broken.Promised)}", TruthDescription.Of(broken.Kept));
            }
        }
    }

    private void Add(string kind, TruthTurn turn, string said, string met) =>
        found.Add(new Disagreement($"{kind} ({turn.Type})", turn.Name, said, met));
}
