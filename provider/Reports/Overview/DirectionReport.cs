using System.Collections.Immutable;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Foresight;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Overview;

/// <summary>One direction of trust, with what the evaluator says of the two kinds of calls that it is made of.</summary>
/// <param name="Direction">Who calls whom.</param>
/// <param name="ForUser">A call for a user; null where nobody is known for whom it would make sense.</param>
/// <param name="ForItself">A call of the application for itself.</param>
/// <param name="Severity">How bad it is, now or soon.</param>
public sealed record DirectionReport(TrustDirection Direction, CallReport? ForUser, CallReport ForItself, Severity Severity)
{
    /// <summary>What most calls between the two are: for a user where there is one.</summary>
    public CallReport Main => ForUser ?? ForItself;

    /// <summary>How it stands now.</summary>
    public Standing Standing => !Main.IsAccepted ? Standing.Refused
        : !ForItself.IsAccepted && Matters(ForItself) ? Standing.Partly
        : Main.IsOpen || (ForItself.IsOpen && Matters(ForItself)) ? Standing.Open
        : Standing.Accepted;

    /// <summary>What users have of the calls for them.</summary>
    public ImmutableArray<string> FeaturesForUsers => TrustFeatures.Of(Direction, forUser: true);

    /// <summary>What they have of those without a user.</summary>
    public ImmutableArray<string> FeaturesWithoutUser => TrustFeatures.Of(Direction, forUser: false);

    /// <summary>Of the calls that matter, the one that is refused first; null where none is in sight to be.</summary>
    public CallReport? FirstToFail => new[] { ForUser, Matters(ForItself) ? ForItself : null }.OfType<CallReport>()
        .Where(call => call.FailsAt is not null).MinBy(call => call.FailsAt);

    /// <summary>Whether it makes a difference to anybody if that call is refused. Calls without a user are made for what no user asks for; where no
    /// document tells of such, none are made.</summary>
    public bool Matters(CallReport call) => call.SipUri is not null || ForUser is null || !FeaturesWithoutUser.IsEmpty;

    /// <summary>The directions that somebody set up.</summary>
    /// <param name="state">What the servers keep.</param>
    /// <param name="now">When.</param>
    /// <param name="until">How far is looked ahead.</param>
    /// <param name="thresholds">How near an end may come before it is told.</param>
    public static ImmutableArray<DirectionReport> AllOf(TrustState state, DateTimeOffset now, DateTimeOffset until, Thresholds thresholds)
    {
        var mailboxes = state.Mailboxes.Values.OrderBy(mailbox => mailbox.SipUri, StringComparer.Ordinal).ToList();
        var directions = DeclaredDirections.Of(state, now).Select(direction => (Direction: direction, User: direction.UserAmong(mailboxes))).ToList();
        var slices = new CallSlices(state);
        return
        [
            .. directions.Select(one =>
                Of(slices.Of(one.Direction.From.Fqdn, one.Direction.To.Fqdn), one.Direction, one.User).Judged(now, thresholds)),
        ];

        DirectionReport Of(TrustState slice, TrustDirection direction, string? user) => new(
            direction, user is null ? null : Ask(slice, direction, user), Ask(slice, direction, null), Severity.Well);

        CallReport Ask(TrustState slice, TrustDirection direction, string? user)
        {
            var question = new TrustQuestion(direction.From.Fqdn, direction.To.Fqdn, user, now);
            var verdict = TrustEvaluator.Evaluate(slice, question);
            return new CallReport(user, verdict) { Failure = verdict.Accepted ? ForeseenFailures.First(slice, question, until) : null };
        }
    }

    private DirectionReport Judged(DateTimeOffset now, Thresholds thresholds) => this with
    {
        Severity = !Main.IsAccepted ? Severity.Critical
            : !ForItself.IsAccepted && Matters(ForItself) ? Worse(Severity.Warning, thresholds.Of(FirstToFail?.FailsAt, now))
            : thresholds.Of(FirstToFail?.FailsAt, now),
    };

    private static Severity Worse(Severity one, Severity other) => one > other ? one : other;
}
