using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Directions;

namespace PartnerTrust.Reports.Changes;

/// <summary>What a change makes of one direction of trust.</summary>
/// <param name="Before">Null where nobody has set it up before.</param>
/// <param name="After">Null where nobody has it set up afterwards.</param>
public sealed record DirectionChange(DirectionReport? Before, DirectionReport? After)
{
    private const string Absent = "not set up";

    public TrustDirection Direction => (After ?? Before)!.Direction;

    public ChangeKind Kind => (Before, After) switch
    {
        (null, _) => ChangeKind.Added,
        (_, null) => ChangeKind.Removed,
        _ when Was == Becomes => ChangeKind.Same,
        _ => ChangeKind.Changed,
    };

    /// <summary>What becomes of its calls before.</summary>
    public string Was => Verdict(Before);

    /// <summary>What becomes of them afterwards.</summary>
    public string Becomes => Verdict(After);

    /// <summary>Whether calls that are accepted before are refused afterwards, or nobody is there to take them.</summary>
    public bool Breaks => IsSure(Before) && After is not { Main.IsAccepted: true };

    /// <summary>Whether calls are accepted afterwards that were not before.</summary>
    public bool Opens => IsSure(After) && Before is not { Main.IsAccepted: true };

    /// <summary>Whether it cannot be told if calls are accepted afterwards, though nothing that is known refuses them.</summary>
    public bool IsOpen => After is { Main: { IsAccepted: true, IsOpen: true } };

    /// <summary>What users have afterwards, and did not before.</summary>
    public ImmutableArray<string> Gains => Kind == ChangeKind.Same ? [] : [.. Sure(After).Except(Possible(Before), StringComparer.Ordinal)];

    /// <summary>What users may have afterwards, and may not have had before.</summary>
    public ImmutableArray<string> MayGain =>
        Kind == ChangeKind.Same ? [] : [.. Possible(After).Except(Sure(Before), StringComparer.Ordinal).Except(Gains)];

    /// <summary>What users have before, and do not afterwards.</summary>
    public ImmutableArray<string> Losses => Kind == ChangeKind.Same ? [] : [.. Sure(Before).Except(Possible(After), StringComparer.Ordinal)];

    /// <summary>What users may have before, and may not have afterwards.</summary>
    public ImmutableArray<string> MayLose =>
        Kind == ChangeKind.Same ? [] : [.. Possible(Before).Except(Sure(After), StringComparer.Ordinal).Except(Losses)];

    /// <summary>Whether they will be refused earlier than without the change.</summary>
    public bool EndsSooner => this is { Before.Main.IsAccepted: true, After.Main.IsAccepted: true } && EndOf(After) < EndOf(Before);

    /// <summary>How much worse it becomes. A direction that is taken away may be meant to go.</summary>
    public Severity Severity =>
        After is { } after && after.Severity > (Before?.Severity ?? Severity.Well) ? after.Severity
        : Losses.IsEmpty ? Severity.Well
        : Severity.Warning;

    /// <summary>In order of the directions afterwards; what is gone then comes last.</summary>
    public static ImmutableArray<DirectionChange> AllOf(TrustOverview before, TrustOverview after)
    {
        var earlier = before.Directions.ToDictionary(Ends);
        var later = after.Directions.Select(Ends).ToHashSet();
        return
        [
            .. after.Directions.Select(direction => new DirectionChange(earlier.GetValueOrDefault(Ends(direction)), direction)),
            .. before.Directions.Where(direction => !later.Contains(Ends(direction))).Select(direction => new DirectionChange(direction, null)),
        ];
    }

    private static (string From, string To) Ends(DirectionReport direction) => (direction.Direction.From.Fqdn, direction.Direction.To.Fqdn);

    private static DateTimeOffset EndOf(DirectionReport direction) => direction.FirstToFail?.FailsAt ?? DateTimeOffset.MaxValue;

    private static string Verdict(DirectionReport? direction) => direction is null ? Absent
        : string.Join("; ", CallGroup.Of(direction).Where(calls => calls.Matters).Select(calls => calls.Verdict));

    private static bool IsSure(DirectionReport? direction) => direction is { Main: { IsAccepted: true, IsOpen: false } };

    private static IEnumerable<string> Sure(DirectionReport? direction) =>
        FeaturesOf(direction, calls => calls is { IsAccepted: true, IsOpen: false });

    private static IEnumerable<string> Possible(DirectionReport? direction) => FeaturesOf(direction, calls => calls.IsAccepted);

    private static IEnumerable<string> FeaturesOf(DirectionReport? direction, Predicate<CallReport> counts) => direction is null ? [] :
        from calls in CallGroup.Of(direction)
        where counts(calls.First)
        from feature in calls.Features
        select feature;
}
