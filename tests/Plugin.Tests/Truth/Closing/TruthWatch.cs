namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>Looks, after each step of an update, at what calls would meet.</summary>
/// <param name="inquiry">Of a plugin that has no part in the update.</param>
/// <param name="calls">Which.</param>
/// <param name="follows">Whether operations are followed, too; else removals alone, of which there are few.</param>
internal sealed class TruthWatch(TruthInquiry inquiry, IReadOnlyList<TruthCall> calls, bool follows)
{
    public List<TruthMoment> Moments { get; } = [];

    public async Task LookAsync(string urn, TruthMomentKind kind)
    {
        if (follows || kind != TruthMomentKind.Operation)
        {
            Moments.Add(new TruthMoment(urn, kind, await inquiry.ExplainAsync(calls)));
        }
    }
}
