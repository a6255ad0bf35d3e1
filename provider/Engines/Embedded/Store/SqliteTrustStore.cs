using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PartnerTrust.Engines.Embedded.Store.Keys;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Embedded.Store.Schema;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Store.Tables;

namespace PartnerTrust.Engines.Embedded.Store;

/// <summary>The store of the embedded engine: one SQLite database that several processes may use at once. Nothing is opened before
/// the first operation.</summary>
internal sealed class SqliteTrustStore : ITrustStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly StoreLocation location;
    private readonly StoreConnections connections;
    private readonly StoreBorder border;
    private readonly KeyVault vault;
    private readonly EmptyStore nothing = new();
    private readonly ILogger logger;
    private readonly SemaphoreSlim preparing = new(1);
    private readonly SemaphoreSlim writing = new(1);
    private volatile bool prepared;
    private bool written;

    public SqliteTrustStore(string directory, string? passphrase, ILogger logger)
    {
        location = new StoreLocation(directory);
        connections = new StoreConnections(location, Patience);
        border = new StoreBorder(location, connections);
        vault = new KeyVault(location, passphrase);
        RunningChecks = new CheckLocks(location);
        this.logger = logger;
    }

    public CheckLocks RunningChecks { get; }

    public string Directory => location.Directory;

    /// <summary>Whether there is a database, without making one.</summary>
    public bool Exists => location.Exists;

    /// <summary>Done within the first write of this instance, before it.</summary>
    public Action<SqliteSession>? OnFirstWrite { get; init; }

    Task<T> ITrustStore.ReadAsync<T>(Func<IStoreSession, T> read, CancellationToken cancellationToken) => ReadAsync(read, cancellationToken);

    Task<T> ITrustStore.WriteAsync<T>(Func<IStoreSession, T> write, CancellationToken cancellationToken) => WriteAsync(write, cancellationToken);

    public Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken) => border.RunAsync(
        async () =>
        {
            if (!prepared && !location.Exists)
            {
                // Whoever only looks, as a preview does, leaves no data directory behind.
                location.Require();
                return nothing.Lend(connection =>
                {
                    StoreConnections.Execute(connection, "BEGIN");
                    return Finish(connection, read, "ROLLBACK");
                });
            }

            await PrepareAsync(cancellationToken);
            await using var connection = await connections.OpenAsync(cancellationToken);
            StoreConnections.Execute(connection, "BEGIN");
            return Finish(connection, read, "ROLLBACK");
        },
        cancellationToken);

    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken)
    {
        // Writers of one process queue here in order; only those of different processes have to try again and again.
        await writing.WaitAsync(cancellationToken);
        try
        {
            return await border.RunAsync(() => WriteAloneAsync(write, cancellationToken), cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    public Task WriteAsync(Action<SqliteSession> write, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            write(session);
            return true;
        },
        cancellationToken);

    /// <summary>Writes a consistent copy of the store, with its key file, into an empty or new directory.</summary>
    public Task CopyAsync(string directory, CancellationToken cancellationToken) => border.RunAsync(
        async () =>
        {
            await PrepareAsync(cancellationToken);
            await new StoreCopy(location, connections).WriteAsync(new StoreLocation(directory), cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Seals every private key with another key: one derived from the passphrase, or a new key file's where there is none. All or
    /// nothing, also for a process that is killed meanwhile. The store is to be opened anew afterwards.</summary>
    public async Task RekeyAsync(string? passphrase, CancellationToken cancellationToken)
    {
        var protection = new KeyProtection(location, passphrase);
        await WriteAsync(session => session.Rekey(protection), cancellationToken);
        protection.Settle();
        await border.RunAsync(
            async () =>
            {
                await using var connection = await connections.OpenAsync(cancellationToken);
                // What the old key opened is not left in free space, unless others are too busy with the database just now.
                return StoreConnections.TryExecute(connection, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        if (prepared)
        {
            connections.Forget();
        }

        vault.Dispose();
        nothing.Dispose();
        preparing.Dispose();
        writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> WriteAloneAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await using var connection = await connections.OpenAsync(cancellationToken);
        await connections.BeginWriteAsync(connection, cancellationToken);
        var result = Finish(connection, session => First(session, write), "COMMIT");
        written = true;
        return result;
    }

    private T Finish<T>(SqliteConnection connection, Func<SqliteSession, T> operation, string ending)
    {
        try
        {
            var result = operation(new SqliteSession(connection, vault, logger));
            StoreConnections.Execute(connection, ending);
            return result;
        }
        catch
        {
            // SQLite may have rolled back by itself (disk full); a second time is an error of no interest.
            _ = StoreConnections.TryExecute(connection, "ROLLBACK");
            throw;
        }
    }

    private T First<T>(SqliteSession session, Func<SqliteSession, T> write)
    {
        if (!written)
        {
            OnFirstWrite?.Invoke(session);
        }

        return write(session);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (prepared)
        {
            return;
        }

        await preparing.WaitAsync(cancellationToken);
        try
        {
            if (!prepared)
            {
                location.Create();
                await new Migrator(location, connections).BringUpToDateAsync(cancellationToken);
                prepared = true;
            }
        }
        finally
        {
            preparing.Release();
        }
    }
}
