using PartnerTrust.Emulator.Network;
using PartnerTrust.Engines.Operations;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Embedded;

/// <summary>Documents as the emulated servers fetch them.</summary>
internal sealed class HttpsMetadataSource(DocumentFetcher documents) : IMetadataSource
{
    public Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken) =>
        documents.FetchAsync(url, trustAnySslCertificate, cancellationToken);
}
