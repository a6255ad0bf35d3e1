using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Trust.Faults;
using SQLitePCL;

namespace PartnerTrust.Engines.Embedded.Store.Sqlite;

/// <summary>Turns what SQLite reports, and what its rows turn out to hold, into faults that say what to do.</summary>
internal static class StoreFailure
{
    public static FaultException Explain(SqliteException failure, StoreLocation location) => new(FaultOf(failure, location), failure);

    /// <summary>A row that holds what the engine never writes there.</summary>
    public static FaultException Unreadable(Exception failure, SqliteDataReader row, string database)
    {
        var reason = failure is DamagedCellException ? failure.Message : "a value is missing or has the wrong form";
        return new FaultException(FaultCatalogue.StoreCorrupt(database, $"{TableOf(row)}: {reason}"), failure);
    }

    private static string TableOf(SqliteDataReader row) =>
        raw.sqlite3_column_table_name(row.Handle, 0).utf8_to_string() is { Length: > 0 } table ? $"table {table}" : "a table";

    private static Fault FaultOf(SqliteException failure, StoreLocation location) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => FaultCatalogue.StoreBusy(location.Database, null),
        // What we ask of SQLite is right for the schema that we made; where it is wrong, the database has another, or breaks its own rules.
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR or raw.SQLITE_INTERNAL or raw.SQLITE_SCHEMA or raw.SQLITE_TOOBIG
            or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_FORMAT or raw.SQLITE_RANGE =>
            FaultCatalogue.StoreCorrupt(location.Database, failure.Message),
        _ => FaultCatalogue.StoreUnusable(location.Database, failure.Message),
    };
}
