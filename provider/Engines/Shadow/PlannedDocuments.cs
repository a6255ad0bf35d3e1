using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Store.Memory;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Shadow;

/// <summary>Answers for the servers whose documents the plan decides as they will answer once the plan is carried out, failures included
/// (domain.md 3.4), and without a listener. Everybody else is really asked.</summary>
internal sealed class PlannedDocuments(
    MetadataOperations published, MemoryTrustStore store, ServerDirectory servers, ITrustEngine engine) : IMetadataSource
{
    public async Task<AuthMetadataDocument> FetchAsync(FetchMetadata request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var url = request.Url;
        if (MetadataUrls.Validate(url) is { } fault)
        {
            throw new FaultException(fault);
        }

        if (await IsDecidedAsync(url, cancellationToken))
        {
            var found = await published.FindAnyAsync(url, cancellationToken) ?? throw new FaultException(await AbsenceAsync(url, cancellationToken));
            return found.Document ?? throw new FaultException(FaultCatalogue.ServerFails(url, 500, found.Obstacle!.Found));
        }

        return await engine.Documents.FetchAsync(request, progress, cancellationToken);
    }

    /// <summary>Where the engine publishes, it has the last word about its servers' hosts. Servers that publish by themselves say what they
    /// say, unless the plan changes it.</summary>
    private Task<bool> IsDecidedAsync(Uri url, CancellationToken cancellationToken) => store.ReadAsync(
        session => engine.Publisher is null
            ? session.FindPublisher(servers, url) is { } server && store.HasChanged(server.Fqdn)
            : session.FindByHost(servers, url.IdnHost) is not null,
        cancellationToken);

    /// <summary>Nothing listens on that port of the host, or nothing is published there.</summary>
    private Task<Fault> AbsenceAsync(Uri url, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.FindByHost(servers, url.IdnHost) is { } server && !session.Listens(server, url.Port)
            ? FaultCatalogue.HostUnreachable(url, "ConnectionRefused")
            : FaultCatalogue.NothingAtUrl(url),
        cancellationToken);
}
