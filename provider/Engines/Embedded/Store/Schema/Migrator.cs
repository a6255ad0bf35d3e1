using Microsoft.Data.Sqlite;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Brings a database to the newest version of the schema, in one transaction. What it does not know it leaves alone.</summary>
internal sealed class Migrator(StoreLocation location, StoreConnections connections)
{
    /// <summary>Marks a SQLite database as one of ours ("PTST").</summary>
    public const int ApplicationId = 0x50545354;

    /// <summary>One step a version: the first makes version 1 of an empty database.</summary>
    public static IReadOnlyList<string> Steps { get; } =
        [SchemaVersion1.Sql, SchemaVersion2.Sql, SchemaVersion3.Sql, SchemaVersion4.Sql, SchemaVersion5.Sql, SchemaVersion6.Sql];

    public async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        if (VersionOf(connection) < Steps.Count)
        {
            await UpgradeAsync(connection, Steps.Count, cancellationToken);
        }

        if (StoreInspection.Look(connection) is { } damage)
        {
            throw new FaultException(FaultCatalogue.StoreCorrupt(location.Database, damage));
        }
    }

    /// <summary>Up to <paramref name="target"/>, for tests that need a database as an older release left it.</summary>
    public async Task UpgradeAsync(SqliteConnection connection, int target, CancellationToken cancellationToken)
    {
        StoreConnections.Execute(connection, "PRAGMA journal_mode = WAL");
        await connections.BeginWriteAsync(connection, cancellationToken);
        try
        {
            // Another process may have been first.
            for (var version = VersionOf(connection); version < target; version++)
            {
                StoreConnections.Execute(connection, Steps[version]);
                StoreConnections.Execute(connection, $"PRAGMA user_version = {version + 1}; PRAGMA application_id = {ApplicationId};");
            }

            StoreConnections.Execute(connection, "COMMIT");
        }
        catch
        {
            _ = StoreConnections.TryExecute(connection, "ROLLBACK");
            throw;
        }
    }

    private int VersionOf(SqliteConnection connection)
    {
        var (version, applicationId, tables) = Header(connection);
        return (version, applicationId, tables) switch
        {
            (0, 0, 0) => 0,
            (_, not ApplicationId, _) => throw new FaultException(FaultCatalogue.StoreForeign(location.Database)),
            ( < 1, _, _) => throw new FaultException(FaultCatalogue.StoreCorrupt(location.Database, $"its schema version is {version}")),
            (_, _, 0) => throw new FaultException(FaultCatalogue.StoreCorrupt(location.Database, "it has no tables")),
            _ when version > Steps.Count => throw new FaultException(FaultCatalogue.StoreNewer(location.Database, version, Steps.Count)),
            _ => version,
        };
    }

    /// <summary>All of it in one statement: between two, another process may make the tables.</summary>
    private static (int Version, int ApplicationId, int Tables) Header(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT (SELECT COUNT(*) FROM sqlite_schema), (SELECT user_version FROM pragma_user_version),
                   (SELECT application_id FROM pragma_application_id)
            """;
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(0));
    }
}
