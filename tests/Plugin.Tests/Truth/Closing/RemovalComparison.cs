using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;

namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>What an update says of each deletion before it is done (PT7041), beside what the deletion makes of the calls that worked.</summary>
internal sealed class RemovalComparison(TruthRun update, IReadOnlyList<TruthMoment> moments)
{
    public int Statements { get; private set; }

    public IEnumerable<Disagreement> Make()
    {
        var said = new ClosingWords(update.Messages).Removals().ToHashSet();
        var met = Stops().ToHashSet();
        Statements = said.Count;
        foreach (var stop in said.Except(met))
        {
            yield return new Disagreement("deletion that stops nothing", "", $"{stop}", string.Join("; ", met));
        }

        foreach (var stop in met.Except(said))
        {
            yield return new Disagreement("deletion that stops a direction without a word", "", string.Join("; ", said), $"{stop}");
        }
    }

    private IEnumerable<RemovalWords> Stops()
    {
        var steps = moments.SkipWhile(moment => moment.Kind == TruthMomentKind.Operation).ToList();
        foreach (var (before, after) in steps.Zip(steps.Skip(1)))
        {
            foreach (var (call, verdict) in after.Met.Where(met => Stopped(before, met.Key, met.Value)))
            {
                yield return new RemovalWords(after.Urn, call.From, call.To, KindOf(call, after), verdict.Number!);
            }
        }
    }

    private static bool Stopped(TruthMoment before, TruthCall call, Verdict after) =>
        before.Met[call].Outcome == Outcome.Holds && after.Outcome == Outcome.Fails;

    /// <summary>Which calls they are, where others of the direction go on.</summary>
    private static string KindOf(TruthCall stopped, TruthMoment after) =>
        !after.Met.Any(met => (met.Key.From, met.Key.To) == (stopped.From, stopped.To) && met.Value.Outcome == Outcome.Holds) ? ""
        : stopped.SipUri.Length == 0 ? " without a user"
        : " for users";
}
