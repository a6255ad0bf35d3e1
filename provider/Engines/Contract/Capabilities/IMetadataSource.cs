using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Contract.Capabilities;

/// <summary>Fetches and reads the document at any https URL, as a consumer would at this moment.</summary>
public interface IMetadataSource
{
    /// <exception cref="Trust.Faults.FaultException">There is no document, or none that can be read.</exception>
    Task<AuthMetadataDocument> FetchAsync(FetchMetadata request, IProgress<string> progress, CancellationToken cancellationToken);
}
