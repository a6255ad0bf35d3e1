using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Status;

/// <summary>The refusals that an overview has in sight, of the calls that matter to anybody.</summary>
public static class WhenFailures
{
    /// <summary>In order of time.</summary>
    public static ImmutableArray<WhenFailure> Of(TrustOverview overview) => Of(overview.Directions, overview.Now);

    /// <param name="directions">Who may call whom.</param>
    /// <param name="now">When they were judged.</param>
    public static ImmutableArray<WhenFailure> Of(ImmutableArray<DirectionReport> directions, DateTimeOffset now) =>
    [
        .. from direction in directions
           from call in new[] { direction.ForUser, direction.ForItself }.OfType<CallReport>()
           where direction.Matters(call)
           let fault = call.IsAccepted ? call.FailsBy : call.Decisive?.Fault
           where fault is not null
           let failure = new WhenFailure(
               call.FailsAt ?? now,
               !call.IsAccepted,
               direction.Direction,
               call.SipUri,
               fault,
               call.SipUri is null ? direction.FeaturesWithoutUser : direction.FeaturesForUsers)
           orderby failure.At, failure.Direction.From.Fqdn, failure.Direction.To.Fqdn, failure.SipUri is null
           select failure,
    ];
}
