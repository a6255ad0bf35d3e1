namespace PartnerTrust.Engines.Store.Tables;

/// <summary>Where an engine's operations keep the trust. An operation is one call: it sees one consistent state, and a write is kept
/// whole or, when it throws, not at all.</summary>
public interface ITrustStore : IAsyncDisposable
{
    Task<T> ReadAsync<T>(Func<IStoreSession, T> read, CancellationToken cancellationToken);

    Task<T> WriteAsync<T>(Func<IStoreSession, T> write, CancellationToken cancellationToken);
}
