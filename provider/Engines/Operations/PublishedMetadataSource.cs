using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Operations;

/// <summary>Answers for what the configured servers publish without a socket; asks <paramref name="beyond"/> for everything else.</summary>
internal sealed class PublishedMetadataSource(MetadataOperations published, IMetadataSource beyond) : IMetadataSource
{
    public async Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken) =>
        MetadataUrls.Validate(url) is { } fault ? throw new FaultException(fault)
        : await published.FindAnyAsync(url, cancellationToken) is not { } found ? await beyond.FetchAsync(url, trustAnySslCertificate, cancellationToken)
        : found.Document ?? throw new FaultException(FaultCatalogue.ServerFails(url, 500, found.Obstacle!.Found));
}
