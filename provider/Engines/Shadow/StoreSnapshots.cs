using PartnerTrust.Engines.Operations;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Shadow;

/// <summary>Copies out of a store, in one transaction a server.</summary>
internal sealed class StoreSnapshots(ITrustStore store, ServerDirectory servers) : ISnapshotSource
{
    public Task<ServerSnapshot> ReadServerAsync(string server, CancellationToken cancellationToken) =>
        store.ReadAsync(session => Read(session, server), cancellationToken);

    private ServerSnapshot Read(IStoreSession session, string server)
    {
        var slots = session.Certificates.FindSlots(server);
        var keys = ServerSnapshot.InSlots(slots).Select(bound => session.Certificates.FindWithKey(server, bound.Thumbprint));
        return new ServerSnapshot(
            server,
            slots,
            [.. session.Certificates.List(server)],
            [.. keys.OfType<CertificateWithKey>()],
            [.. session.PublishedMetadata.List(server)],
            [.. StateSlices.ListAll(session, server)],
            session.OAuthConfigurations.Find(server),
            [.. session.AuthorizationServers.List(server)])
        {
            Copies = [.. session.Certificates.ListCopies(server)],
            Unreached = session.Certificates.FindUnreached(server),
            OriginalOAuthConfiguration = session.OAuthConfigurations.FindOriginal(OAuthConfigurationRules.Default(servers.Require(server))),
        };
    }
}
