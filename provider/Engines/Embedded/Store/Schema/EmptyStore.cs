using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Sqlite;

namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>A store in which nothing was ever written, and which leaves nothing behind.</summary>
internal static class EmptyStore
{
    public static SqliteConnection Open()
    {
        var connection = StoreConnections.OpenInMemory();
        StoreConnections.Execute(connection, StoreSchema.Sql);
        return connection;
    }
}
