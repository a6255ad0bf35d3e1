using PartnerTrust.Engines.Operations;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Shadow;

/// <summary>Answers for the servers that the copied engine plays as their hosts will answer once the plan is carried out, failures included
/// (domain.md 3.4), and without a listener. Strangers are really asked.</summary>
internal sealed class PlannedDocuments(MetadataOperations published, ITrustStore store, ServerDirectory servers, IMetadataSource beyond)
    : IMetadataSource
{
    private readonly PublishedMetadataSource source = new(published, new Strangers(store, servers, beyond));

    public Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken) =>
        source.FetchAsync(url, trustAnySslCertificate, cancellationToken);

    private sealed class Strangers(ITrustStore store, ServerDirectory servers, IMetadataSource beyond) : IMetadataSource
    {
        public async Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken)
        {
            var isPlayed = servers.Find(url.Host) is not null
                || await store.ReadAsync(session => session.PublishedMetadata.FindPublisherByHost(url.IdnHost) is not null, cancellationToken);
            return isPlayed
                ? throw new FaultException(FaultCatalogue.NothingAtUrl(url))
                : await beyond.FetchAsync(url, trustAnySslCertificate, cancellationToken);
        }
    }
}
