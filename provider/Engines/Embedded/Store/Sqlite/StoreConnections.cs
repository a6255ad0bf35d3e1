using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Files;
using PartnerTrust.Trust.Faults;
using SQLitePCL;

namespace PartnerTrust.Engines.Embedded.Store.Sqlite;

/// <summary>Opens connections to the database and starts transactions on them. Whoever finds the database locked by another process
/// waits in the open, so that a cancelled operation stops at once.</summary>
internal sealed class StoreConnections(StoreLocation location, TimeSpan patience)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(5);
    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = LongPath.Of(location.Database),
        Mode = SqliteOpenMode.ReadWrite,
        DefaultTimeout = (int)Math.Ceiling(patience.TotalSeconds),
    }.ToString();

    static StoreConnections() => Batteries_V2.Init();

    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            // A commit that was reported must survive a power cut: the caller's stack state says that the record exists.
            Execute(connection, "PRAGMA busy_timeout = 20; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A database of its own, without tables, for as long as the connection is open.</summary>
    public static SqliteConnection OpenInMemory()
    {
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Takes the write lock before anything is read, so that no operation acts on what another is changing.</summary>
    public async Task BeginWriteAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var waitingSince = Environment.TickCount64;
        while (TryExecute(connection, "BEGIN IMMEDIATE") is var result && result != raw.SQLITE_OK)
        {
            if ((result & 0xFF) != raw.SQLITE_BUSY)
            {
                SqliteException.ThrowExceptionForRC(result, connection.Handle);
            }

            if (Environment.TickCount64 - waitingSince > patience.TotalMilliseconds)
            {
                throw new FaultException(FaultCatalogue.StoreBusy(location.Database, patience));
            }

            await Task.Delay(RetryDelay * (1 + Random.Shared.NextDouble()), cancellationToken);
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Past the command's own waiting, which blocks the thread and knows no cancellation.</summary>
    public static int TryExecute(SqliteConnection connection, string sql) => raw.sqlite3_exec(connection.Handle, sql);

    public void Forget()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
