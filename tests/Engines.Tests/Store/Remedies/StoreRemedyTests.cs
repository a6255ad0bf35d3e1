using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Store.Remedies;

/// <summary>What a message about the store says is to be done is done, and the store can be used.</summary>
public sealed class StoreRemedyTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("PT7010", "Set the variable", "right", null)]
    [InlineData("PT7011", "Correct the variable", "right", "wrong")]
    [InlineData("PT7012", "Unset the variable", null, "unused")]
    public async Task A_passphrase_that_is_set_as_the_message_says_opens_the_keys(string number, string words, string? used, string? given)
    {
        await using (var store = Open(used))
        {
            await store.WriteAsync(session => session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: true), default);
        }

        AssertTold(number, words, await Assert.ThrowsAsync<FaultException>(() => ReadKeyAsync(given)));

        Assert.Equal(Certs.Key(0), await ReadKeyAsync(used));
    }

    [Fact]
    public async Task A_database_can_be_written_once_the_process_that_kept_it_has_ended()
    {
        await using (var store = Open(null))
        {
            await store.WriteAsync(session => session.Settings.Write("a", [1]), default);
        }

        var connections = new StoreConnections(new StoreLocation(directory.Path), TimeSpan.FromMilliseconds(50));
        await using var waiter = await connections.OpenAsync(default);
        await using (var holder = await connections.OpenAsync(default))
        {
            await connections.BeginWriteAsync(holder, default);
            AssertTold(
                "PT7005",
                "Look for a process that keeps the file open",
                await Assert.ThrowsAsync<FaultException>(() => connections.BeginWriteAsync(waiter, default)));
            StoreConnections.Execute(holder, "ROLLBACK");
        }

        await connections.BeginWriteAsync(waiter, default);
        connections.Forget();
    }

    [Fact]
    public async Task A_database_can_be_written_once_there_is_room_again()
    {
        await using var store = Open(null);
        await store.WriteAsync(session => session.Settings.Write("a", [1]), default);

        AssertTold("PT7006", "Free space on the disk", await Assert.ThrowsAsync<FaultException>(() => FillAsync(store, pages: 1)));

        await FillAsync(store, pages: 1_000_000);
    }

    private static void AssertTold(string number, string words, FaultException refusal)
    {
        var fault = refusal.Faults.Single();
        Assert.Equal(number, fault.Code);
        Assert.Contains(words, fault.Remedy, StringComparison.Ordinal);
    }

    private static Task FillAsync(SqliteTrustStore store, int pages) => store.WriteAsync(
        session =>
        {
            session.Statements.Execute($"PRAGMA max_page_count = {pages}");
            session.Settings.Write("b", new byte[1_000_000]);
        },
        default);

    private async Task<CertificateWithKey?> ReadKeyAsync(string? passphrase)
    {
        await using var store = Open(passphrase);
        return await store.ReadAsync(session => session.Certificates.FindWithKey(Litware.Lync, Certs.Public(0).Thumbprint), default);
    }

    private SqliteTrustStore Open(string? passphrase) => new(directory.Path, passphrase, NullLogger.Instance);
}
