using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Operations;

/// <summary>How an engine fetches a metadata document, as a consumer at this moment would.</summary>
internal interface IMetadataSource
{
    Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken);
}
