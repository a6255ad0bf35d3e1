using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Store;

/// <summary>Data directories that can't be used: each is refused by its number, and left exactly as it was.</summary>
public sealed class StoreFaultTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string Database => directory.Combine("partnertrust.db");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_kept()
    {
        await File.WriteAllBytesAsync(Database, RandomNumberGenerator.GetBytes(10_000));

        await AssertRefusedAndKeptAsync("PT7002");
    }

    [Fact]
    public async Task A_damaged_database_is_refused_and_kept()
    {
        await WriteSomethingAsync();
        var content = await File.ReadAllBytesAsync(Database);
        content.AsSpan(4096).Fill(0xEE);
        await File.WriteAllBytesAsync(Database, content);

        await AssertRefusedAndKeptAsync("PT7002");
    }

    [Fact]
    public async Task A_database_of_a_newer_release_is_refused_and_kept()
    {
        await WriteSomethingAsync();
        ExecuteOutside("PRAGMA user_version = 1000; PRAGMA journal_mode = DELETE;");

        await AssertRefusedAndKeptAsync("PT7003");
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_kept()
    {
        await File.WriteAllBytesAsync(Database, []);
        ExecuteOutside("CREATE TABLE customer (id INTEGER PRIMARY KEY); PRAGMA user_version = 1;");

        await AssertRefusedAndKeptAsync("PT7004");
    }

    [Fact]
    public async Task A_database_that_another_process_keeps_locked_is_refused_when_patience_ends()
    {
        await WriteSomethingAsync();
        var location = new StoreLocation(directory.Path);
        var connections = new StoreConnections(location, TimeSpan.FromMilliseconds(50));
        await using var holder = await connections.OpenAsync(default);
        await using var waiter = await connections.OpenAsync(default);
        await connections.BeginWriteAsync(holder, default);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => connections.BeginWriteAsync(waiter, default));

        Assert.Equal("PT7005", refusal.Faults.Single().Code);
        connections.Forget();
    }

    [Fact]
    public async Task A_write_to_a_full_database_is_refused_and_keeps_what_was_there()
    {
        await using var store = Open();
        await store.WriteAsync(session => session.Settings.Write("a", [1]), default);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => store.WriteAsync(
            session =>
            {
                session.Settings.Write("a", [2]);
                session.Statements.Execute("PRAGMA max_page_count = 1");
                session.Settings.Write("b", new byte[1_000_000]);
            },
            default));

        Assert.Equal("PT7006", refusal.Faults.Single().Code);
        Assert.Equal([1], await store.ReadAsync(session => session.Settings.Read("a"), default));
    }

    [Fact]
    public async Task A_directory_that_is_a_file_is_refused()
    {
        await File.WriteAllTextAsync(directory.Combine("data"), "");
        await using var store = new SqliteTrustStore(directory.Combine("data"), null, NullLogger.Instance);

        Assert.Equal("PT7007", await RefusalAsync(store));
    }

    private async Task WriteSomethingAsync()
    {
        await using var store = Open();
        await store.WriteAsync(session => session.PartnerApplications.Save(Partners.OnLync()), default);
    }

    private async Task AssertRefusedAndKeptAsync(string code)
    {
        var before = await File.ReadAllBytesAsync(Database);
        await using (var store = Open())
        {
            Assert.Equal(code, await RefusalAsync(store));
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    private static async Task<string> RefusalAsync(SqliteTrustStore store)
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => store.WriteAsync(session => session.PartnerApplications.Save(Partners.OnLync("Another")), default));
        return refusal.Faults.Single().Code;
    }

    private void ExecuteOutside(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        StoreConnections.Execute(connection, sql);
    }

    private SqliteTrustStore Open() => new(directory.Path, null, NullLogger.Instance);
}
