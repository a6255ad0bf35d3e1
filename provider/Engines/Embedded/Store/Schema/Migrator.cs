using Microsoft.Data.Sqlite;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Brings a database to the newest version of the schema, in one transaction. What it does not know it leaves alone.</summary>
internal sealed class Migrator(StoreLocation location, StoreConnections connections)
{
    /// <summary>Marks a SQLite database as one of ours ("PTST").</summary>
    public const int ApplicationId = 0x50545354;

    /// <summary>One step a version: the first makes version 1 of an empty database.</summary>
    public static IReadOnlyList<string> Steps { get; } = [SchemaVersion1.Sql, SchemaVersion2.Sql];

    public async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        if (VersionOf(connection) < Steps.Count)
        {
            await UpgradeAsync(connection, Steps.Count, cancellationToken);
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
        var version = Number(connection, "PRAGMA user_version");
        var applicationId = Number(connection, "PRAGMA application_id");
        var isEmpty = Number(connection, "SELECT COUNT(*) FROM sqlite_schema") == 0;
        if (isEmpty ? version != 0 || applicationId != 0 : applicationId != ApplicationId)
        {
            throw new FaultException(FaultCatalogue.StoreForeign(location.Database));
        }

        return version <= Steps.Count
            ? version
            : throw new FaultException(FaultCatalogue.StoreNewer(location.Database, version, Steps.Count));
    }

    private static int Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
