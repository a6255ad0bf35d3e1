using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Network;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Https;

/// <summary>Documents as they are fetched over the wire.</summary>
internal sealed class HttpsMetadataSource(DocumentFetcher documents) : IMetadataSource
{
    public Task<AuthMetadataDocument> FetchAsync(FetchMetadata request, IProgress<string> progress, CancellationToken cancellationToken) =>
        documents.FetchAsync(request.Url, request.TrustAnySslCertificate, cancellationToken);
}
