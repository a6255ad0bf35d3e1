using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Store;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_backup_taken_while_others_write_opens_with_all_its_keys()
    {
        await using var store = Open("data");
        await store.WriteAsync(session => session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: true), default);
        var writing = Task.WhenAll(Enumerable.Range(0, 32).Select(
            number => Task.Run(() => store.WriteAsync(session => session.PartnerApplications.Save(Partners.Numbered(number)), default))));

        await store.CopyAsync(directory.Combine("backup"), default);

        await writing;
        await using var backup = Open("backup");
        Assert.Equal(
            Certs.Key(0),
            await backup.ReadAsync(session => session.Certificates.FindWithKey(Litware.Lync, Certs.Public(0).Thumbprint), default));
        Assert.Equal("ok", await backup.ReadAsync(session => session.Statements.Single("PRAGMA integrity_check", row => row.GetString(0)), default));
    }

    [Fact]
    public async Task The_files_copied_between_two_writes_open_with_all_that_was_reported()
    {
        await using var store = Open("data");
        await store.WriteAsync(session => session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: true), default);
        await store.WriteAsync(session => session.PartnerApplications.Save(Partners.Numbered(1)), default);
        Directory.CreateDirectory(directory.Combine("copy"));
        foreach (var file in (string[])["partnertrust.db", "partnertrust.db-wal", "partnertrust.key"])
        {
            File.Copy(directory.Combine($"data/{file}"), directory.Combine($"copy/{file}"));
        }

        await store.WriteAsync(session => session.PartnerApplications.Save(Partners.Numbered(2)), default);

        await using var copy = Open("copy");
        Assert.Equal(
            Certs.Key(0),
            await copy.ReadAsync(session => session.Certificates.FindWithKey(Litware.Lync, Certs.Public(0).Thumbprint), default));
        Assert.Single(await copy.ReadAsync(session => session.PartnerApplications.List(Litware.Lync, null, 10), default));
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_store()
    {
        await using var store = Open("data");
        await store.CopyAsync(directory.Combine("backup"), default);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => store.CopyAsync(directory.Combine("backup"), default));

        Assert.Equal("PT7014", refusal.Faults.Single().Code);
    }

    private SqliteTrustStore Open(string name) => new(directory.Combine(name), null, NullLogger.Instance);
}
