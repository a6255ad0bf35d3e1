using System.Collections.Immutable;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Directions;

/// <summary>What users have of a direction of trust (domain.md 1.2, 5.8, 7), by the kind of call that it is made of: for a user, or of the
/// application for itself.</summary>
public static class TrustFeatures
{
    private static readonly ImmutableArray<string> Meetings = ["scheduling of meetings from documents"];

    /// <summary>The features, as they are spoken of; none where no document tells what such a trust is for.</summary>
    public static ImmutableArray<string> Of(TrustDirection direction, bool forUser) => (direction.From.Product, direction.To.Product, forUser) switch
    {
        (ServerProduct.LyncServer, ServerProduct.ExchangeServer, true) =>
            ["the unified contact store", "conversation history", "calendar data", "photos", "voicemail"],
        (ServerProduct.LyncServer, ServerProduct.ExchangeServer, false) => ["archiving to mailboxes"],
        (ServerProduct.ExchangeServer, ServerProduct.LyncServer, true) => ["scheduling of meetings in Outlook on the web"],
        (ServerProduct.ExchangeServer, ServerProduct.LyncServer, false) => ["notifications about the unified contact store"],
        (ServerProduct.SharePointServer, ServerProduct.ExchangeServer, true) => ["eDiscovery", "site mailboxes", "task synchronization"],
        (ServerProduct.ExchangeServer, ServerProduct.SharePointServer, true) => ["documents of site mailboxes"],
        (ServerProduct.SharePointServer, ServerProduct.LyncServer, true) => Meetings,
        (ServerProduct.LyncServer, ServerProduct.SharePointServer, true) => Meetings,
        (ServerProduct.SharePointServer, ServerProduct.SharePointServer, true) => ["social features", "shared user profiles"],
        _ => [],
    };
}
