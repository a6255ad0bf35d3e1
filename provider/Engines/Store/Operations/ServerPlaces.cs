using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>Which of a store's servers is reached where.</summary>
internal static class ServerPlaces
{
    /// <summary>Null for a host of the world outside.</summary>
    public static Server? FindByHost(this IStoreSession session, ServerDirectory servers, string host) =>
        servers.FindByHost(host, session.PublishedMetadata.FindPublisherByHost);

    /// <summary>The server whose document is read at the URL: one that publishes there, or at the same path of another of its names. Null where
    /// nothing is read.</summary>
    public static Server? FindPublisher(this IStoreSession session, ServerDirectory servers, Uri url)
    {
        if (session.PublishedMetadata.FindPublisher(url) is { } fqdn)
        {
            return servers.Find(fqdn);
        }

        return session.FindByHost(servers, url.IdnHost) is { } server && session.Listens(server, url.Port)
            && session.PublishedMetadata.List(server.Fqdn).Any(published => url.Query.Length == 0
                && MetadataUrls.AreSamePath(published.AbsolutePath, url.AbsolutePath, server.Product))
                ? server
                : null;
    }

    /// <summary>Whether the server answers on that port.</summary>
    public static bool Listens(this IStoreSession session, Server server, int port) =>
        ReceiverNames.Listens(server, session.PublishedMetadata.List(server.Fqdn), port);
}
