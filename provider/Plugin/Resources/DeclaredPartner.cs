using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Who publishes at a URL, as the stack itself says: its settings name the servers and their realms, its program where they publish, and
/// on Lync perhaps another realm (domain.md 1.3, 4.2).</summary>
internal static class DeclaredPartner
{
    /// <summary>In the form <c>application@realm</c>; null for a server that is none of the stack's.</summary>
    public static string? At(Uri url, ProviderSession session) => ServerAt(url, session) is { } server
        ? $"{server.ApplicationIdentifier}@{session.Declarations.RealmOf(server.Fqdn) ?? server.Realm}"
        : null;

    public static Server? ServerAt(Uri url, ProviderSession session) =>
        session.Installation.Find(session.Declarations.PublisherAt(url)) ?? session.Installation.FindPublisher(url);
}
