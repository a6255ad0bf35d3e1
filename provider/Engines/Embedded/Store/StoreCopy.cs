using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Files;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store;

/// <summary>A backup: the database as of one moment, whatever is being written meanwhile, and the key file that opens its keys.</summary>
internal sealed class StoreCopy(StoreLocation source, StoreConnections connections)
{
    public async Task WriteAsync(StoreLocation target, CancellationToken cancellationToken)
    {
        if (target.Exists)
        {
            throw new FaultException(FaultCatalogue.BackupTargetTaken(target.Directory));
        }

        target.Create();
        await using var from = await connections.OpenAsync(cancellationToken);
        await using var to = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = LongPath.Of(target.Database),
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ToString());
        from.BackupDatabase(to);
        target.Guard(() => Copy(source.KeyFile, target.KeyFile) | Copy(source.NextKeyFile, target.NextKeyFile));
    }

    private static bool Copy(string from, string to)
    {
        var isThere = File.Exists(from);
        if (isThere)
        {
            using var key = StoreLocation.CreateFile(to, FileMode.CreateNew);
            key.Write(RegularFile.Read(from, DataDirectory.LongestKeyFile));
        }

        return isThere;
    }
}
