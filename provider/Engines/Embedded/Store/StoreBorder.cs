using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Embedded.Store.Schema;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store;

/// <summary>The one border at which the database's failures become faults.</summary>
internal sealed class StoreBorder(StoreLocation location, StoreConnections connections)
{
    /// <summary>A failure that SQLite knows nothing of may still be the database's: what was read may contradict itself. Then a look through it
    /// tells; where it is sound, the failure is ours.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        try
        {
            return await operation();
        }
        catch (SqliteException failure)
        {
            // A connection that is kept stays at the file that failed, whatever is put in its place.
            connections.Forget();
            throw StoreFailure.Explain(failure, location);
        }
        catch (Exception failure) when (location.Exists && failure is not (FaultException or OperationCanceledException))
        {
            if (await FindDamageAsync(cancellationToken) is { } damage)
            {
                throw new FaultException(FaultCatalogue.StoreCorrupt(location.Database, damage), failure);
            }

            throw;
        }
    }

    private async Task<string?> FindDamageAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await connections.OpenAsync(cancellationToken);
            return StoreInspection.LookThrough(connection);
        }
        catch (SqliteException damage)
        {
            return damage.Message;
        }
    }
}
