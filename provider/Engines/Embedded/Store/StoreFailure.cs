using Microsoft.Data.Sqlite;
using PartnerTrust.Trust.Faults;
using SQLitePCL;

namespace PartnerTrust.Engines.Embedded.Store;

/// <summary>Turns what SQLite reports into a fault that says what to do.</summary>
internal static class StoreFailure
{
    public static FaultException Explain(SqliteException failure, StoreLocation location) => new(FaultOf(failure, location), failure);

    private static Fault FaultOf(SqliteException failure, StoreLocation location) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => FaultCatalogue.StoreCorrupt(location.Database, failure.Message),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => FaultCatalogue.StoreBusy(location.Database, null),
        _ => FaultCatalogue.StoreUnusable(location.Database, failure.Message),
    };
}
