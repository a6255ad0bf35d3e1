using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;

namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>The gaps in time that a preview tells of, beside those that its update has: a call that works before and after, and is refused between
/// two operations.</summary>
/// <param name="preview">All of which was planned.</param>
/// <param name="worked">What calls met before.</param>
/// <param name="moments">What they met meanwhile.</param>
internal sealed class GapComparison(TruthRun preview, IReadOnlyDictionary<TruthCall, Verdict> worked, IReadOnlyList<TruthMoment> moments)
{
    public int Statements { get; private set; }

    public IEnumerable<Disagreement> Make()
    {
        var said = new ClosingWords(preview.Closing).Gaps().ToHashSet();
        var met = worked.Where(call => call.Value.Outcome == Outcome.Holds).SelectMany(call => GapsOf(call.Key)).ToHashSet();
        Statements = said.Count;
        foreach (var gap in said.Except(met))
        {
            yield return new Disagreement("gap that is none", "", $"{gap}", string.Join("; ", met));
        }

        foreach (var gap in met.Except(said))
        {
            yield return new Disagreement("gap not told", "", string.Join("; ", said), $"{gap}");
        }
    }

    private IEnumerable<GapWords> GapsOf(TruthCall call)
    {
        (string Urn, string Number)? stop = null;
        foreach (var moment in moments.Where(moment => moment.Kind == TruthMomentKind.Operation))
        {
            if (moment.Met[call] is { Outcome: Outcome.Fails, Number: { } number })
            {
                stop = (stop?.Urn ?? moment.Urn, number);
            }
            else if (stop is var (urn, refusal))
            {
                yield return new GapWords(urn, moment.Urn.Split("::")[^1], call.From, call.To, refusal);
                stop = null;
            }
        }
    }
}
