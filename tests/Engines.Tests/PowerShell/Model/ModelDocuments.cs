using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>What is published, by URL.</summary>
internal sealed class ModelDocuments(IReadOnlyDictionary<string, AuthMetadataDocument> documents) : IMetadataSource
{
    public Task<AuthMetadataDocument> FetchAsync(FetchMetadata request, IProgress<string> progress, CancellationToken cancellationToken) =>
        Task.FromResult(documents.GetValueOrDefault(request.Url.AbsoluteUri) ?? throw new FaultException(FaultCatalogue.NothingAtUrl(request.Url)));
}
