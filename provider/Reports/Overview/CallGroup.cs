using System.Collections.Immutable;

namespace PartnerTrust.Reports.Overview;

/// <summary>Calls of a direction that come to the same and are told as one.</summary>
/// <param name="Calls">For a user, without one, or both; at least one.</param>
/// <param name="Features">What users have of them.</param>
/// <param name="Kind">Which calls those are, such as <c>for users</c>; empty where it is all that matter.</param>
/// <param name="Matters">Whether anybody is the worse for it if they are refused.</param>
public sealed record CallGroup(ImmutableArray<CallReport> Calls, ImmutableArray<string> Features, string Kind, bool Matters)
{
    private const string ForUsers = "for users";
    private const string Alone = "without a user";

    public CallReport First => Calls[0];

    /// <summary>Number of the rule that refuses them; null where none does.</summary>
    public string? Number => First.IsAccepted ? null : First.Decisive?.Fault?.Code;

    /// <summary>Such as <c>accepted for users</c> or <c>refused without a user (PT5062)</c>.</summary>
    public string Verdict => string.Join(' ', new[] { Words.Of(First), Kind, Number is { } number ? $"({number})" : "" }.Where(word => word.Length > 0));

    /// <summary>Of the calls the first that will be refused; null where no end is in sight.</summary>
    private CallReport? FirstToFail => Calls.Where(call => call.FailsAt is not null).MinBy(call => call.FailsAt);

    /// <summary>Until when, and what comes then; empty where no end is in sight.</summary>
    public string Until(DateTimeOffset now) => FirstToFail is not { FailsAt: { } at, FailsBy: { } by } ? ""
        : $"until {Times.Minute(at)} ({Times.Left(at, now)}), then {by.Code}";

    /// <summary>How near that end is.</summary>
    public Severity Nearness(TrustOverview overview) => overview.Thresholds.Of(FirstToFail?.FailsAt, overview.Now);

    /// <summary>What users have of them, or would have; empty where no document tells of anything.</summary>
    public string Gives => Features.IsEmpty ? ""
        : $"{(First is { IsAccepted: true, IsOpen: false } ? "gives" : "would give")} {string.Join(", ", Features)}";

    /// <summary>The calls of a direction, those for users first. Calls that nobody makes are told where something else becomes of them.</summary>
    public static ImmutableArray<CallGroup> Of(DirectionReport direction)
    {
        var itself = direction.ForItself;
        return direction.ForUser is not { } user ? [new CallGroup([itself], All(direction), "", true)]
            : IsSame(user, itself) ? [new CallGroup([user, itself], All(direction), "", true)]
            : direction.Matters(itself)
                ? [
                    new CallGroup([user], direction.FeaturesForUsers, ForUsers, true),
                    new CallGroup([itself], direction.FeaturesWithoutUser, Alone, true),
                ]
                : [new CallGroup([user], All(direction), "", true), new CallGroup([itself], [], Alone, false)];
    }

    private static ImmutableArray<string> All(DirectionReport direction) =>
        [.. direction.FeaturesForUsers.Concat(direction.FeaturesWithoutUser).Distinct()];

    private static bool IsSame(CallReport one, CallReport other) =>
        (Words.Of(one), one.Decisive?.Name, one.Decisive?.Fault?.Code) == (Words.Of(other), other.Decisive?.Name, other.Decisive?.Fault?.Code);
}
