using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;

namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>What a preview tells of the whole at its end, beside what is true after the update.</summary>
/// <param name="preview">All of which was planned.</param>
/// <param name="update">That did all of it.</param>
/// <param name="facts">What is true before and after.</param>
internal sealed class ClosingComparison(TruthRun preview, TruthRun update, TruthFacts facts)
{
    private readonly ClosingWords words = new(preview.Closing);
    private readonly List<Disagreement> found = [];

    /// <summary>Whether a host has a fault that only a call can see: then no check is held against the preview.</summary>
    public bool HasHiddenFault { get; init; }

    /// <summary>Statements of the preview about what stops that were held against the update.</summary>
    public int Statements { get; private set; }

    /// <summary>A preview that plans nothing asks no server, and says nothing.</summary>
    private bool IsSilent => preview.Turns.Values.All(turn => turn.Step is TruthStep.Same or null);

    public IReadOnlyList<Disagreement> Make()
    {
        CompareDirections();
        if (!HasHiddenFault && !IsSilent)
        {
            CompareChecks();
            CompareCount();
        }

        return found;
    }

    private void CompareDirections()
    {
        var stopped = facts.Stopped().ToList();
        foreach (var said in words.Stopped())
        {
            Statements++;
            var met = stopped.Where(call => (call.From, call.To) == (said.From, said.To)).ToList();
            var isTrue = met.Any(call => facts.After[call].Number == said.Number) && met.All(call => IsOf(said.Kind, call));
            if (!isTrue || GoesOn(met) != (said.Kind != ""))
            {
                Add("stop that is none", $"{said}", string.Join(", ", met.Select(call => $"{call}: {facts.After[call]}")));
            }
        }

        foreach (var call in stopped.Where(call => !IsTold(call) && !preview.Turns.Values.Any(turn => turn.HadUnknowns)))
        {
            Add("stop not told", "nothing", $"{call}: {facts.After[call]}");
        }
    }

    private static bool IsOf(string kind, TruthCall call) => kind switch
    {
        " for users" => call.SipUri.Length > 0,
        " without a user" => call.SipUri.Length == 0,
        _ => true,
    };

    private bool GoesOn(List<TruthCall> stopped) => stopped.Count > 0 && facts.After.Keys
        .Where(call => call.From == stopped[0].From && call.To == stopped[0].To)
        .Any(call => facts.Worked(call) && !stopped.Contains(call));

    /// <summary>By itself, or with a check that goes the same way.</summary>
    private bool IsTold(TruthCall call) =>
        words.Stopped().Any(said => (said.From, said.To) == (call.From, call.To))
        || words.Broken().Any(said => said.From == call.From && (said.To == call.To || (said.To == "Exchange" && IsExchange(call.To))));

    private static bool IsExchange(string server) => server.StartsWith("ex", StringComparison.Ordinal);

    private void CompareChecks()
    {
        var broken = words.Broken().ToDictionary(said => said.Urn);
        var held = facts.Calls.Where(call => TruthFacts.Held(call.Key)).ToList();
        foreach (var said in broken.Values.ExceptBy(held.Select(call => call.Key.Identity.Urn), said => said.Urn))
        {
            Add("break of what does not stand", $"{said}", "no unchanged check that held");
        }

        foreach (var (check, met) in held)
        {
            Statements++;
            var said = broken.GetValueOrDefault(check.Identity.Urn) is { } stop ? new Verdict(Outcome.Fails, stop.Number, stop.Step) : Verdict.Holds;
            if (said != met && !(said == Verdict.Holds && words.Count() is { Open: > 0 }))
            {
                found.Add(new Disagreement("unchanged check", check.Key, said.ToString(), met.ToString()));
            }
        }
    }

    private void CompareCount()
    {
        var checks = update.Turns.Values.Where(Foreseen.IsCheck).ToList();
        var fails = checks.Count(check => check.Step != TruthStep.Same && Foreseen.FoundBy(check).Outcome == Outcome.Fails)
            + facts.Calls.Values.Count(met => met.Outcome == Outcome.Fails);
        var said = words.Count();
        if (said is var (holds, failing, open)
            ? holds + failing + open != checks.Count || fails < failing || fails > failing + open
            : checks.Count > 0)
        {
            Add("another count of checks", $"{said}", $"{fails} of {checks.Count} fail");
        }
    }

    private void Add(string kind, string said, string met) => found.Add(new Disagreement(kind, "", said, met));
}
