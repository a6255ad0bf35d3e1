using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Tracing;

internal sealed class TracedPublisher(IMetadataPublisher publisher) : IMetadataPublisher
{
    public Task<PublishedMetadata?> FindAsync(string server, Uri url, IProgress<string> progress, CancellationToken cancellationToken) =>
        EngineSpan.AroundAsync("FindMetadata", server, () => publisher.FindAsync(server, url, progress, cancellationToken));

    public Task<WriteOutcome<AuthMetadataDocument>> PublishAsync(
        PublishMetadata request, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "PublishMetadata", request.Server, () => publisher.PublishAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<AuthMetadataDocument>> WithdrawAsync(
        string server, Uri url, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "WithdrawMetadata", server, () => publisher.WithdrawAsync(server, url, progress, cancellationToken));
}
