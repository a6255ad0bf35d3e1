using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Makes the tables of a new database, or brings one of an older version to the newest, in one transaction. What it does not know
/// it leaves alone.</summary>
/// <param name="location">Where the database is.</param>
/// <param name="connections">How it is opened.</param>
/// <param name="migrations">The steps from older versions, in order; the last one makes the newest.</param>
internal sealed class Migrator(StoreLocation location, StoreConnections connections, IReadOnlyList<Migration> migrations)
{
    /// <summary>Marks a SQLite database as one of ours ("PTST").</summary>
    public const int ApplicationId = 0x50545354;

    public Migrator(StoreLocation location, StoreConnections connections)
        : this(location, connections, Migration.All)
    {
    }

    private int Oldest => migrations[0].Version - 1;

    private int Newest => migrations[^1].Version;

    public async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        if (VersionOf(connection) < Newest)
        {
            await UpgradeAsync(connection, cancellationToken);
        }

        if (StoreInspection.Look(connection) is { } damage)
        {
            throw Corrupt(damage);
        }
    }

    private async Task UpgradeAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        StoreConnections.Execute(connection, "PRAGMA journal_mode = WAL");
        await connections.BeginWriteAsync(connection, cancellationToken);
        try
        {
            // Another process may have been first.
            var version = VersionOf(connection);
            if (version == 0)
            {
                Make(connection, StoreSchema.Version, StoreSchema.Sql);
                version = StoreSchema.Version;
            }

            foreach (var migration in migrations.Where(step => step.Version > version))
            {
                Make(connection, migration.Version, migration.Sql);
            }

            StoreConnections.Execute(connection, "COMMIT");
        }
        catch
        {
            _ = StoreConnections.TryExecute(connection, "ROLLBACK");
            throw;
        }
    }

    private static void Make(SqliteConnection connection, int version, string sql)
    {
        StoreConnections.Execute(connection, sql);
        StoreConnections.Execute(connection, $"PRAGMA user_version = {version}; PRAGMA application_id = {ApplicationId};");
    }

    private int VersionOf(SqliteConnection connection)
    {
        var (version, applicationId, tables) = Header(connection);
        return (version, applicationId, tables) switch
        {
            (0, 0, 0) => 0,
            (_, not ApplicationId, _) => throw new FaultException(FaultCatalogue.StoreForeign(location.Database)),
            _ when version < Oldest => throw Corrupt($"its schema version is {version}, which no release wrote"),
            (_, _, 0) => throw Corrupt("it has no tables"),
            _ when version > Newest => throw new FaultException(FaultCatalogue.StoreNewer(location.Database, version, Newest)),
            _ => version,
        };
    }

    private FaultException Corrupt(string detail) => new(FaultCatalogue.StoreCorrupt(location.Database, detail));

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
