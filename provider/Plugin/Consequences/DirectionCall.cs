using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Evaluation;

namespace PartnerTrust.Plugin.Consequences;

/// <summary>One of the two kinds of calls that a direction is made of.</summary>
/// <param name="Direction">Who calls whom.</param>
/// <param name="SipUri">For which user; null for a call of the application for itself.</param>
internal sealed record DirectionCall(TrustDirection Direction, string? SipUri)
{
    /// <summary>All that the configured servers might make.</summary>
    public static ImmutableArray<DirectionCall> AllOf(Installation installation) =>
    [
        .. from direction in TrustDirection.Among(installation.Servers.Values)
           from sipUri in new[] { direction.UserAmong(installation.Mailboxes), null }.Distinct()
           select new DirectionCall(direction, sipUri),
    ];

    public TrustQuestion At(DateTimeOffset time) => new(Direction.From.Fqdn, Direction.To.Fqdn, SipUri, time);
}
