using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Store.Tables;

namespace PartnerTrust.Engines.Embedded.Faults;

/// <summary>The store as operations find it while faults are switched on that concern what it keeps.</summary>
internal sealed class DisturbedStore(SqliteTrustStore store) : ITrustStore
{
    public Task<T> ReadAsync<T>(Func<IStoreSession, T> read, CancellationToken cancellationToken) =>
        store.ReadAsync(session => read(new DisturbedSession(session)), cancellationToken);

    public Task<T> WriteAsync<T>(Func<IStoreSession, T> write, CancellationToken cancellationToken) =>
        store.WriteAsync(session => write(new DisturbedSession(session)), cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
