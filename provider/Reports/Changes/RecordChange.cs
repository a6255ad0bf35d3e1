using System.Collections.Immutable;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Changes;

/// <summary>What a change makes of one of the records that servers keep of one another.</summary>
/// <param name="Server">Fqdn of the server that keeps it.</param>
/// <param name="Title">Such as <c>partner application "exchange"</c>.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Details">What it says, or what becomes another: each a sentence's part.</param>
public sealed record RecordChange(string Server, string Title, ChangeKind Kind, ImmutableArray<string> Details)
{
    /// <summary>Those of which something changes, in order of server.</summary>
    public static ImmutableArray<RecordChange> AllOf(TrustState before, TrustState after)
    {
        var earlier = RecordFacts.AllOf(before).ToDictionary(Key);
        var later = RecordFacts.AllOf(after).ToDictionary(Key);
        return
        [
            .. earlier.Keys.Union(later.Keys)
                .Select(key => Of(earlier.GetValueOrDefault(key), later.GetValueOrDefault(key)))
                .Where(change => change.Kind != ChangeKind.Same)
                .OrderBy(change => change.Server, StringComparer.Ordinal).ThenBy(change => change.Title, StringComparer.Ordinal),
        ];
    }

    private static (string, string) Key(RecordFacts facts) => (facts.Server, facts.Title);

    private static RecordChange Of(RecordFacts? before, RecordFacts? after) => (before, after) switch
    {
        (null, { } made) => new(made.Server, made.Title, ChangeKind.Added, [.. made.Facts.Select(fact => $"{fact.Title}: {fact.Value}")]),
        ({ } gone, null) => new(gone.Server, gone.Title, ChangeKind.Removed, []),
        ({ } was, { } becomes) => Compared(was, becomes),
        _ => throw new ArgumentException("A record that is neither there before nor after."),
    };

    private static RecordChange Compared(RecordFacts was, RecordFacts becomes)
    {
        ImmutableArray<string> differences =
        [
            .. was.Facts.Zip(becomes.Facts).Where(fact => fact.First.Value != fact.Second.Value)
                .Select(fact => $"{fact.First.Title}: {fact.First.Value} before, {fact.Second.Value} afterwards"),
        ];
        return new(was.Server, was.Title, differences.IsEmpty ? ChangeKind.Same : ChangeKind.Changed, differences);
    }
}
