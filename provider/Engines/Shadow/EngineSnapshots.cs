using System.Collections.Immutable;
using PartnerTrust.Engines.Operations;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Shadow;

/// <summary>Copies what any engine tells about a server. Private keys stay where they are.</summary>
internal sealed class EngineSnapshots(ITrustEngine engine, ServerDirectory servers) : ISnapshotSource
{
    private const int PageSize = 500;

    public async Task<ServerSnapshot> ReadServerAsync(string server, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        var binding = await engine.FindCertificateBindingAsync(server, cancellationToken);
        var slots = binding?.Slots ?? CertificateSlots.Empty;
        var keepsPartners = known.Product != ServerProduct.TokenServer;
        return new ServerSnapshot(
            server,
            slots,
            [.. ServerSnapshot.InSlots(slots).Select(bound => new StoredCertificate(bound, true, binding!.Generated))],
            [],
            await PublishesAsync(known, cancellationToken) ? [known.MetadataUrl] : [],
            keepsPartners ? [.. await ListPartnersAsync(server, cancellationToken)] : [],
            known.Product == ServerProduct.LyncServer ? await engine.ReadOAuthConfigurationAsync(server, cancellationToken) : null,
            keepsPartners ? [.. await engine.ListAuthorizationServersAsync(server, cancellationToken)] : [])
        {
            Copies = CopiesOf(known, slots, binding?.MemberFaults ?? []),
            OriginalOAuthConfiguration = known.Product == ServerProduct.LyncServer
                ? await engine.FindOriginalOAuthConfigurationAsync(server, cancellationToken)
                : null,
        };
    }

    /// <summary>Every member has what is bound, except where the engine says that one lacks it.</summary>
    private static ImmutableArray<CertificateCopy> CopiesOf(Server server, CertificateSlots slots, ImmutableArray<MemberFault> lacking) =>
    [
        .. from member in server.Members
           from bound in ServerSnapshot.InSlots(slots)
           where !lacking.Any(fault => fault.Member == member && fault.Certificate == bound.Thumbprint)
           select new CertificateCopy(member, bound.Thumbprint, true, true),
    ];

    /// <summary>A document that can't be read is not copied: who needs it asks the engine, and meets the same failure there.</summary>
    private async Task<bool> PublishesAsync(Server server, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.FindPublishedMetadataAsync(server.Fqdn, server.MetadataUrl, cancellationToken) is not null;
        }
        catch (FaultException)
        {
            return false;
        }
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
