using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Store;

/// <summary>Publishes what a store's servers have to say.</summary>
internal sealed class StorePublisher(MetadataOperations operations) : IMetadataPublisher
{
    public Task<PublishedMetadata?> FindAsync(string server, Uri url, IProgress<string> progress, CancellationToken cancellationToken) =>
        operations.FindAsync(server, url, cancellationToken);

    public Task<WriteOutcome<AuthMetadataDocument>> PublishAsync(
        PublishMetadata request, IProgress<string> progress, CancellationToken cancellationToken) =>
        StoreWriter.AnswerAsync(() => operations.PublishAsync(request, cancellationToken));

    public Task<WriteOutcome<AuthMetadataDocument>> WithdrawAsync(
        string server, Uri url, IProgress<string> progress, CancellationToken cancellationToken) =>
        StoreWriter.RemoveAsync<AuthMetadataDocument>(() => operations.WithdrawAsync(server, url, cancellationToken));
}
