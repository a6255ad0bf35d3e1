using System.Collections.Concurrent;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Store.Memory;

/// <summary>A store in memory that begins as a copy of what servers keep. Of each server only those parts are read that an operation touches, one
/// question at a time; different servers are read side by side, and nothing waits for a server that it does not need.</summary>
/// <param name="read">Reads what servers keep.</param>
/// <param name="servers">Fqdns of all of them.</param>
internal sealed class MemoryTrustStore(Func<ServerQuery, CancellationToken, Task<ServerSnapshot>> read, IReadOnlyList<string> servers) : ITrustStore
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> reading = new();
    private MemoryState state = new();
    private MemoryState found = new();

    /// <summary>What the servers kept before anything was written here.</summary>
    public ITrustStore Found => new FoundStore(this);

    public Task<T> ReadAsync<T>(Func<IStoreSession, T> operation, CancellationToken cancellationToken) =>
        RunAsync(() => Read(operation, () => state), cancellationToken);

    public Task<T> WriteAsync<T>(Func<IStoreSession, T> operation, CancellationToken cancellationToken) =>
        RunAsync(() => Write(operation), cancellationToken);

    /// <summary>Whether an operation has changed what the server's document says.</summary>
    public bool HasChanged(string server)
    {
        lock (gate)
        {
            return state.Changed.Contains(server);
        }
    }

    /// <summary>A server in whose store the certificate lies; null where it lies in none that is known here.</summary>
    public string? OwnerOf(Thumbprint certificate)
    {
        lock (gate)
        {
            return state.Certificates.Keys.FirstOrDefault(key => key.Thumbprint == certificate).Server;
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var turn in reading.Values)
        {
            turn.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task<T> RunAsync<T>(Func<T> operation, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return operation();
            }
            catch (PartsNotLoadedException missing)
            {
                await Task.WhenAll(missing.Missing.Select(query => LoadAsync(query, cancellationToken)));
            }
        }
    }

    private T Read<T>(Func<IStoreSession, T> operation, Func<MemoryState> of)
    {
        lock (gate)
        {
            return operation(new MemorySession(of(), servers));
        }
    }

    private T Write<T>(Func<IStoreSession, T> operation)
    {
        lock (gate)
        {
            var session = new MemorySession(state, servers);
            var result = operation(session);
            state = session.State;
            return result;
        }
    }

    private async Task LoadAsync(ServerQuery query, CancellationToken cancellationToken)
    {
        var turn = reading.GetOrAdd(query.Server, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (Lacks(query))
            {
                var snapshot = await read(query, cancellationToken);
                lock (gate)
                {
                    (state, found) = (state.With(snapshot, query), found.With(snapshot, query));
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private bool Lacks(ServerQuery query)
    {
        lock (gate)
        {
            return !state.Holds(query) || !found.Holds(query);
        }
    }

    private sealed class FoundStore(MemoryTrustStore store) : ITrustStore
    {
        public Task<T> ReadAsync<T>(Func<IStoreSession, T> operation, CancellationToken cancellationToken) =>
            store.RunAsync(() => store.Read(operation, () => store.found), cancellationToken);

        public Task<T> WriteAsync<T>(Func<IStoreSession, T> operation, CancellationToken cancellationToken) =>
            throw new NotSupportedException("What was found is not written.");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
