using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Operations;

internal sealed class NoMetadataSource : IMetadataSource
{
    public Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
