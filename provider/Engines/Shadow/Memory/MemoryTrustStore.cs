using PartnerTrust.Engines.Store;

namespace PartnerTrust.Engines.Shadow.Memory;

/// <summary>A store in memory that begins as a copy of another, taken server by server when an operation first touches one, or all at once.</summary>
internal sealed class MemoryTrustStore(ISnapshotSource source, IReadOnlyList<string> servers) : ITrustStore
{
    private readonly SemaphoreSlim gate = new(1);
    private MemoryState state = new();

    /// <summary>Whether every server is copied with the first operation: for a source that is quick to read, so that nothing is missed that
    /// lies with a server nobody named, such as the owner of a URL.</summary>
    public bool CopiesAtOnce { get; init; }

    public Task<T> ReadAsync<T>(Func<IStoreSession, T> read, CancellationToken cancellationToken) => RunAsync(read, keep: false, cancellationToken);

    public Task<T> WriteAsync<T>(Func<IStoreSession, T> write, CancellationToken cancellationToken) => RunAsync(write, keep: true, cancellationToken);

    public ValueTask DisposeAsync()
    {
        gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> RunAsync<T>(Func<IStoreSession, T> operation, bool keep, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var server in CopiesAtOnce && state.Loaded.IsEmpty ? servers : [])
            {
                state = state.With(await source.ReadServerAsync(server, cancellationToken));
            }

            while (true)
            {
                var session = new MemorySession(state, servers);
                try
                {
                    var result = operation(session);
                    state = keep ? session.State : state;
                    return result;
                }
                catch (ServerNotLoadedException missing)
                {
                    state = state.With(await source.ReadServerAsync(missing.Server, cancellationToken));
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }
}
