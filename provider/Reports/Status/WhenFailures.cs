using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Status;

/// <summary>The refusals that an overview has in sight, of the calls that matter to anybody.</summary>
public static class WhenFailures
{
    /// <summary>In order of time.</summary>
    public static ImmutableArray<WhenFailure> Of(TrustOverview overview) =>
    [
        .. from direction in overview.Directions
           from call in new[] { direction.ForUser, direction.ForItself }.OfType<CallReport>()
           where direction.Matters(call)
           let fault = call.IsAccepted ? call.FailsBy : call.Decisive?.Fault
           where fault is not null
           let failure = new WhenFailure(
               call.FailsAt ?? overview.Now,
               !call.IsAccepted,
               direction.Direction,
               call.SipUri,
               fault,
               call.SipUri is null ? direction.FeaturesWithoutUser : direction.FeaturesForUsers)
           orderby failure.At, failure.Direction.From.Fqdn, failure.Direction.To.Fqdn, failure.SipUri is null
           select failure,
    ];
}
