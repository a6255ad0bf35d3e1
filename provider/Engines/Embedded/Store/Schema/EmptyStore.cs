using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Sqlite;

namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>A store in which nothing was ever written, and which leaves nothing behind. Its readers share what was made for those before them:
/// the tables take longer to make than nothing takes to read.</summary>
internal sealed class EmptyStore : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> idle = [];

    public static SqliteConnection Open()
    {
        var connection = StoreConnections.OpenInMemory();
        StoreConnections.Execute(connection, StoreSchema.Sql);
        return connection;
    }

    /// <summary>For one reader, who leaves it as empty as it was.</summary>
    public T Lend<T>(Func<SqliteConnection, T> read)
    {
        var connection = idle.TryTake(out var made) ? made : Open();
        try
        {
            return read(connection);
        }
        finally
        {
            idle.Add(connection);
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
