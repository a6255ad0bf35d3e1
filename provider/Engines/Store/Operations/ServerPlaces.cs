using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>Which of a store's servers is reached where.</summary>
internal static class ServerPlaces
{
    /// <summary>Null for a host of the world outside.</summary>
    public static Server? FindByHost(this IStoreSession session, ServerDirectory servers, string host) =>
        servers.FindByHost(host, session.PublishedMetadata.FindPublisherByHost);

    /// <summary>Whether the server answers on that port.</summary>
    public static bool Listens(this IStoreSession session, Server server, int port) =>
        ReceiverNames.Listens(server, session.PublishedMetadata.List(server.Fqdn), port);
}
