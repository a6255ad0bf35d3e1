using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Mailboxes;

/// <summary>Which mailboxes a server knows. An Exchange organization is what shares a realm (domain.md 1.3): each of its servers knows the
/// mailboxes of all. The other products know every user.</summary>
public static class Organization
{
    /// <param name="server">Who is asked.</param>
    /// <param name="mailbox">Of whom.</param>
    /// <param name="servers">By fqdn; at least the mailbox's own.</param>
    public static bool Knows(Server server, Mailbox mailbox, IReadOnlyDictionary<string, Server> servers) =>
        server.Product != ServerProduct.ExchangeServer
        || mailbox.Server == server.Fqdn
        || (servers.TryGetValue(mailbox.Server, out var keeper) && keeper.Realm == server.Realm);
}
