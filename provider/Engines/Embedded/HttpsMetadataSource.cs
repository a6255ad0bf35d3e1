using PartnerTrust.Emulator.Network;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Embedded;

/// <summary>Documents as the emulated servers fetch them.</summary>
internal sealed class HttpsMetadataSource(DocumentFetcher documents) : IMetadataSource
{
    public Task<AuthMetadataDocument> FetchAsync(FetchMetadata request, IProgress<string> progress, CancellationToken cancellationToken) =>
        documents.FetchAsync(request.Url, request.TrustAnySslCertificate, cancellationToken);
}
