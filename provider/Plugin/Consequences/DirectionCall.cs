using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Servers;

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
           from sipUri in new[] { UserOf(direction, installation), null }.Distinct()
           select new DirectionCall(direction, sipUri),
    ];

    public TrustQuestion At(DateTimeOffset time) => new(Direction.From.Fqdn, Direction.To.Fqdn, SipUri, time);

    /// <summary>Somebody for whom the call makes sense: Exchange is called for those whose mailbox it has.</summary>
    private static string? UserOf(TrustDirection direction, Installation installation) => installation.Mailboxes
        .Where(mailbox => direction.To.Product != ServerProduct.ExchangeServer || mailbox.Server == direction.To.Fqdn)
        .Select(mailbox => mailbox.SipUri)
        .FirstOrDefault();
}
