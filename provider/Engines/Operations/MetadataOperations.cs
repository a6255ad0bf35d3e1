using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Operations;

/// <summary>Which metadata documents the servers publish, and where.</summary>
internal sealed class MetadataOperations(ITrustStore store, ServerDirectory servers, TimeProvider time)
{
    /// <summary>Null also when there is no key to publish: what the server then answers is no document.</summary>
    public Task<AuthMetadataDocument?> FindAsync(string fqdn, Uri url, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(session => Publishes(session, server, url) ? DocumentOf(session, server, url) : null, cancellationToken);
    }

    /// <summary>The document that any configured server publishes at the URL; null when none does.</summary>
    public Task<AuthMetadataDocument?> FindAnyAsync(Uri url, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.PublishedMetadata.FindPublisher(url) is { } fqdn && servers.Find(fqdn) is { } server
            ? DocumentOf(session, server, url)
            : null,
        cancellationToken);

    public Task<AuthMetadataDocument> PublishAsync(string fqdn, Uri url, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        if (MetadataUrls.Validate(url) is { } fault)
        {
            throw new FaultException(fault);
        }

        return store.WriteAsync(
            session =>
            {
                if (session.PublishedMetadata.FindPublisher(url) is { } other && other != server.Fqdn)
                {
                    throw new FaultException(FaultCatalogue.UrlTaken(url, other));
                }

                session.PublishedMetadata.Save(server.Fqdn, url);
                return AuthMetadata.Of(
                    server, session.OAuthConfigurations.Find(server.Fqdn), session.Certificates.FindSlots(server.Fqdn), url, time.GetUtcNow());
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

    private AuthMetadataDocument? DocumentOf(IStoreSession session, Server server, Uri url)
    {
        var now = time.GetUtcNow();
        var slots = session.Certificates.FindSlots(server.Fqdn);
        return CertificateRules.Published(slots, server.Product, now).IsEmpty
            ? null
            : AuthMetadata.Of(server, session.OAuthConfigurations.Find(server.Fqdn), slots, url, now);
    }
}
