using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Embedded.Store;

namespace PartnerTrust.Engines.Embedded;

internal sealed class StoreLedger(SqliteTrustStore store) : IInstanceLedger
{
    private Guid? identity;

    public string Place => store.Directory;

    /// <summary>Asked at every comparison, so read once: a store never becomes another.</summary>
    public async Task<Guid?> FindIdentityAsync(CancellationToken cancellationToken) =>
        identity ??= store.Exists ? await store.ReadAsync(session => session.Settings.ReadIdentity(), cancellationToken) : null;

    public async Task<bool> IsInUseAsync(CancellationToken cancellationToken) =>
        store.Exists && await store.ReadAsync(session => session.Instances.Any(), cancellationToken);

    public Task<string?> FindMarkAsync(string type, string id, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Instances.Find(type, id), cancellationToken);

    public Task<string?> FindIdAsync(string type, string urn, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Instances.FindId(type, urn), cancellationToken);

    public Task SetMarkAsync(string type, string id, string mark, string urn, CancellationToken cancellationToken) =>
        store.WriteAsync(session => session.Instances.Save(type, id, mark, urn), cancellationToken);

    public Task RemoveMarkAsync(string type, string id, CancellationToken cancellationToken) =>
        store.WriteAsync(session => session.Instances.Remove(type, id), cancellationToken);
}
