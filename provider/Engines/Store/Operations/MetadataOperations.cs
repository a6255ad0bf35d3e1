using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>Which metadata documents the servers publish, and where.</summary>
internal sealed class MetadataOperations(ITrustStore store, ServerDirectory servers, TimeProvider time)
{
    /// <summary>Null when the server does not publish there.</summary>
    public Task<PublishedMetadata?> FindAsync(string fqdn, Uri url, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(session => Publishes(session, server, url) ? Published(session, server, url) : null, cancellationToken);
    }

    /// <summary>What any configured server publishes at the URL; null when none does.</summary>
    public Task<PublishedMetadata?> FindAnyAsync(Uri url, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.FindPublisher(servers, url) is { } server ? Published(session, server, url) : null,
        cancellationToken);

    public Task<AuthMetadataDocument> PublishAsync(PublishMetadata request, CancellationToken cancellationToken)
    {
        var (server, url) = (servers.Require(request.Server), request.Url);
        if (MetadataUrls.Validate(url) is { } fault)
        {
            throw new FaultException(fault);
        }

        return store.WriteAsync(
            session =>
            {
                if (session.PublishedMetadata.FindPublisher(url) is { } other && other != server.Fqdn && !request.TakesOver)
                {
                    throw new FaultException(FaultCatalogue.UrlTaken(url, other));
                }

                session.PublishedMetadata.Save(server.Fqdn, url);
                var published = Published(session, server, url);
                return published.Document ?? throw new FaultException(published.Obstacle!);
            },
            cancellationToken);
    }

    public Task WithdrawAsync(string fqdn, Uri url, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.WriteAsync(
            session =>
            {
                var ours = Publishes(session, server, url);
                if (ours)
                {
                    session.PublishedMetadata.Remove(url);
                }

                return ours;
            },
            cancellationToken);
    }

    private static bool Publishes(IStoreSession session, Server server, Uri url) => session.PublishedMetadata.FindPublisher(url) == server.Fqdn;

    private PublishedMetadata Published(IStoreSession session, Server server, Uri url)
    {
        var now = time.GetUtcNow();
        var slots = session.Certificates.FindSlots(server.Fqdn);
        var hasKey = CertificateRules.Signing(slots, server.Product, now) is { } signer
            && session.Certificates.Find(server.Fqdn, signer.Thumbprint) is { HasPrivateKey: not false };
        var obstacle = AuthMetadata.Obstacle(
            server, slots, url.Host, hasKey, server.Members.IsEmpty ? [] : [.. session.Certificates.ListCopies(server.Fqdn)], now);
        return obstacle is null
            ? new PublishedMetadata(url, AuthMetadata.Of(server, session.OAuthConfigurations.Find(server.Fqdn), slots, url, now), null)
            : new PublishedMetadata(url, null, obstacle);
    }
}
