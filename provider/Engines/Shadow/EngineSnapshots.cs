using PartnerTrust.Engines.Operations;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Shadow;

/// <summary>Copies what any engine tells about a server. Private keys stay where they are.</summary>
internal sealed class EngineSnapshots(ITrustEngine engine, ServerDirectory servers) : ISnapshotSource
{
    private const int PageSize = 500;

    public async Task<ServerSnapshot> ReadServerAsync(string server, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        var binding = await engine.FindCertificateBindingAsync(server, cancellationToken);
        var slots = binding?.Slots ?? Trust.Certificates.CertificateSlots.Empty;
        var published = await engine.FindPublishedMetadataAsync(server, known.MetadataUrl, cancellationToken);
        return new ServerSnapshot(
            server,
            slots,
            [.. ServerSnapshot.InSlots(slots).Select(bound => new StoredCertificate(bound, true, binding!.Generated))],
            [],
            published is null ? [] : [known.MetadataUrl],
            [.. await ListPartnersAsync(server, cancellationToken)],
            await engine.ReadOAuthConfigurationAsync(server, cancellationToken),
            [.. await engine.ListAuthorizationServersAsync(server, cancellationToken)]);
    }

    private async Task<List<PartnerApplication>> ListPartnersAsync(string server, CancellationToken cancellationToken)
    {
        var all = new List<PartnerApplication>();
        IReadOnlyList<PartnerApplication> page;
        do
        {
            page = await engine.ListPartnerApplicationsAsync(server, all.LastOrDefault()?.Name, PageSize, cancellationToken);
            all.AddRange(page);
        }
        while (page.Count == PageSize);
        return all;
    }
}
