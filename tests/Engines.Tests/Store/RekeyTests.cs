using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Tests.Store.Processes;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Store;

/// <summary>The key of a data directory is changed for another one: all is sealed with the new one, or all with the old one.</summary>
public sealed class RekeyTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string KeyFile => directory.Combine("partnertrust.key");

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(null, "new")]
    [InlineData("old", null)]
    [InlineData("old", "new")]
    [InlineData(null, null)]
    public async Task Everything_opens_with_the_new_key_and_nothing_with_the_old_one(string? before, string? after)
    {
        await FillAsync(before);
        var oldFile = File.Exists(KeyFile) ? await File.ReadAllBytesAsync(KeyFile) : null;
        var oldSeals = await SealsAsync();

        await RekeyAsync(before, after);

        await AssertOpensAsync(after);
        Assert.Equal(after is null, File.Exists(KeyFile));
        Assert.False(File.Exists(KeyFile + ".new"));
        Assert.NotEqual(oldFile, File.Exists(KeyFile) ? await File.ReadAllBytesAsync(KeyFile) : []);
        Assert.Empty(oldSeals.Intersect(await SealsAsync()));
        if (before != after)
        {
            await Assert.ThrowsAsync<FaultException>(() => AssertOpensAsync(before));
        }
    }

    [Fact]
    public async Task What_the_old_key_opened_is_left_in_no_file()
    {
        await FillAsync(null);
        var seals = (await SealsAsync()).Select(Convert.FromHexString).ToList();

        await RekeyAsync(null, "new");

        foreach (var file in Directory.GetFiles(directory.Path))
        {
            var content = await File.ReadAllBytesAsync(file);
            Assert.All(seals, seal => Assert.Equal(-1, content.AsSpan().IndexOf(seal)));
        }
    }

    [Fact]
    public async Task A_wrong_passphrase_changes_nothing()
    {
        await FillAsync("old");

        var refusal = await Assert.ThrowsAsync<FaultException>(() => RekeyAsync("wrong", "new"));

        Assert.Equal("PT7011", refusal.Faults.Single().Code);
        await AssertOpensAsync("old");
    }

    [Fact]
    public async Task Processes_that_run_meanwhile_take_the_new_key_file()
    {
        await FillAsync(null);
        await using var running = Open(null);
        Assert.Equal([7], await running.ReadAsync(session => session.Secrets.Find("s"), default));

        await RekeyAsync(null, null);

        Assert.Equal([7], await running.ReadAsync(session => session.Secrets.Find("s"), default));
    }

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("", "new", 3)]
    [InlineData("old", "", 4)]
    public async Task A_process_killed_at_any_statement_leaves_the_old_key_or_the_new_one(string before, string after, int step)
    {
        await FillAsync(NullIfEmpty(before));
        var (statement, succeeded) = (step, false);
        while (!succeeded)
        {
            using var process = OtherProcess.RekeyUntilKilled(directory.Path, $"{before}>{after}", statement);
            await process.WaitForExitAsync();
            succeeded = process.ExitCode == 0;
            await AssertOpensAsync(NullIfEmpty(succeeded ? after : before));
            statement += step;
        }

        Assert.InRange(statement, 8, 40);
    }

    [Fact]
    public async Task A_process_killed_after_the_commit_has_its_key_file_put_in_place_by_the_next_one()
    {
        await FillAsync(null);
        var old = await File.ReadAllBytesAsync(KeyFile);
        await RekeyAsync(null, null);
        File.Move(KeyFile, KeyFile + ".new");
        await File.WriteAllBytesAsync(KeyFile, old);

        await AssertOpensAsync(null);

        Assert.NotEqual(old, await File.ReadAllBytesAsync(KeyFile));
        Assert.False(File.Exists(KeyFile + ".new"));
    }

    private async Task FillAsync(string? passphrase)
    {
        await using var store = Open(passphrase);
        await store.WriteAsync(session => session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: true), default);
        await store.WriteAsync(session => session.Certificates.Add(Litware.Exchange, Certs.Key(1), generated: true), default);
        await store.WriteAsync(session => session.Secrets.GetOrAdd("s", [7]), default);
    }

    private async Task RekeyAsync(string? before, string? after)
    {
        await using var store = Open(before);
        await store.RekeyAsync(after, default);
    }

    private async Task AssertOpensAsync(string? passphrase)
    {
        await using var store = Open(passphrase);
        var (first, second, secret) = await store.ReadAsync(
            session => (
                session.Certificates.FindWithKey(Litware.Lync, Certs.Public(0).Thumbprint),
                session.Certificates.FindWithKey(Litware.Exchange, Certs.Public(1).Thumbprint),
                session.Secrets.Find("s")),
            default);
        Assert.Equal((Certs.Key(0), Certs.Key(1)), (first, second));
        Assert.Equal([7], secret);
    }

    private async Task<List<string>> SealsAsync()
    {
        await using var store = Open(null);
        return await store.ReadAsync(
            session => session.Statements.Many("SELECT sealed_key FROM server_certificate", row => row.Bytes(0)!)
                .Append(session.Settings.Read("secret/s")!).Append(session.Settings.Read("keyProof")!).Select(Convert.ToHexString).ToList(),
            default);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private SqliteTrustStore Open(string? passphrase) => new(directory.Path, passphrase, NullLogger.Instance);
}
