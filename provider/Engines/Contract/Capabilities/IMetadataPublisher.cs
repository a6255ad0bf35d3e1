using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Contract.Capabilities;

/// <summary>Publishes the servers' documents. What an engine that has this does not publish is not there.</summary>
public interface IMetadataPublisher
{
    /// <summary>Null when the server publishes nothing at the URL.</summary>
    Task<PublishedMetadata?> FindAsync(string server, Uri url, IProgress<string> progress, CancellationToken cancellationToken);

    Task<WriteOutcome<AuthMetadataDocument>> PublishAsync(
        PublishMetadata request, IProgress<string> progress, CancellationToken cancellationToken);

    Task<WriteOutcome<AuthMetadataDocument>> WithdrawAsync(
        string server, Uri url, IProgress<string> progress, CancellationToken cancellationToken);
}
