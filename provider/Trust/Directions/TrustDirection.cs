using System.Collections.Immutable;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Directions;

/// <summary>One server calls another. Each direction has to be set up by itself (domain.md 1.1).</summary>
/// <param name="From">The caller.</param>
/// <param name="To">Who is called.</param>
public sealed record TrustDirection(Server From, Server To)
{
    /// <summary>All that a trust between these servers may have. A token server stands between others: nobody calls it for what it keeps.</summary>
    public static ImmutableArray<TrustDirection> Among(IEnumerable<Server> servers)
    {
        var callable = servers.Where(server => ProductFeatures.Partners.Contains(server.Product)).ToList();
        return [.. from caller in callable from called in callable where caller != called select new TrustDirection(caller, called)];
    }

    /// <summary>Somebody for whom a call makes sense: Exchange is called for those whose mailbox it has. Null where there is nobody.</summary>
    public string? UserAmong(IEnumerable<Mailbox> mailboxes) => mailboxes
        .FirstOrDefault(mailbox => To.Product != ServerProduct.ExchangeServer || mailbox.Server == To.Fqdn)?.SipUri;

    /// <summary>Whether what the server keeps may decide it. A token server may vouch for anybody.</summary>
    public bool TurnsOn(Server server) => From == server || To == server || server.Product == ServerProduct.TokenServer;
}
