using System.Runtime.Versioning;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Store;

public sealed class PrivateKeyTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string KeyFile => directory.Combine("partnertrust.key");

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("correct horse battery staple")]
    public async Task No_private_key_lies_in_clear_in_any_file(string? passphrase)
    {
        await AddKeyAsync(passphrase);
        using var key = Certs.Key(0).OpenKey();
        var parameters = key.ExportParameters(includePrivateParameters: true);
        byte[][] secrets = [parameters.D!, parameters.P!, parameters.Q!, [.. Certs.Key(0).Pkcs8[^64..]]];

        foreach (var file in Directory.GetFiles(directory.Path))
        {
            var content = await ReadSharedAsync(file);
            Assert.All(secrets, secret => Assert.Equal(-1, content.AsSpan().IndexOf(secret.AsSpan(0, 32))));
        }

        Assert.Equal(passphrase is null, File.Exists(KeyFile));
        Assert.Equal(Certs.Key(0), await ReadKeyAsync(passphrase));
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_and_directory_are_the_owners_alone()
    {
        RequireUnix();
        await using var store = new SqliteTrustStore(directory.Combine("data"), null, NullLogger.Instance);
        await store.WriteAsync(session => session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: true), default);

        Assert.Equal("700", Convert.ToString((int)File.GetUnixFileMode(directory.Combine("data")), 8));
        var files = Directory.GetFiles(directory.Combine("data"));
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(file), 8));
        }
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_that_were_put_back_for_all_to_read_become_the_owners_alone_again()
    {
        RequireUnix();
        await AddKeyAsync(null);
        foreach (var file in Directory.GetFiles(directory.Path))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        await ReadKeyAsync(null);

        Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(KeyFile), 8));
        Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(directory.Combine("partnertrust.db")), 8));
    }

    [Fact]
    public async Task A_wrong_passphrase_is_refused()
    {
        await AddKeyAsync("right");

        Assert.Equal("PT7011", await RefusalAsync("wrong"));
    }

    [Fact]
    public async Task A_missing_passphrase_is_refused()
    {
        await AddKeyAsync("right");

        Assert.Equal("PT7010", await RefusalAsync(null));
    }

    [Fact]
    public async Task A_passphrase_that_the_directory_does_not_use_is_refused_and_not_ignored()
    {
        await AddKeyAsync(null);

        Assert.Equal("PT7012", await RefusalAsync("unused"));
    }

    [Fact]
    public async Task A_missing_key_file_is_refused_and_not_replaced()
    {
        await AddKeyAsync(null);
        File.Delete(KeyFile);

        Assert.Equal("PT7008", await RefusalAsync(null));
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task The_key_file_of_another_directory_is_refused()
    {
        await AddKeyAsync(null);
        await File.WriteAllBytesAsync(KeyFile, RandomNumberGenerator.GetBytes(32));

        Assert.Equal("PT7009", await RefusalAsync(null));
    }

    [Fact]
    public async Task A_key_that_was_moved_to_another_server_does_not_open_there()
    {
        await AddKeyAsync(null);
        await using var store = Open(null);
        await store.WriteAsync(session => session.Statements.Execute("UPDATE server_certificate SET server = $1", Litware.Exchange), default);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => store.ReadAsync(
            session => session.Certificates.FindWithKey(Litware.Exchange, Certs.Public(0).Thumbprint), default));

        Assert.Equal("PT7013", refusal.Faults.Single().Code);
    }

    [Fact]
    public async Task A_passphrase_whose_first_use_was_rolled_back_seals_nothing_that_stays_shut()
    {
        await using (var store = Open("right"))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync<bool>(
                session =>
                {
                    session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: true);
                    throw new InvalidOperationException();
                },
                default));
            await store.WriteAsync(session => session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: true), default);
        }

        Assert.Equal(Certs.Key(0), await ReadKeyAsync("right"));
    }

    [Fact]
    public async Task Everyone_who_asks_for_a_secret_gets_the_one_that_was_first()
    {
        await using var one = Open(null);
        await using var other = Open(null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(
            () => (number % 2 == 0 ? one : other).WriteAsync(session => session.Secrets.GetOrAdd("s", [(byte)number]), default))));

        Assert.Single(answers.Select(answer => answer[0]).Distinct());
    }

    private static void RequireUnix() => Skip.If(OperatingSystem.IsWindows(), "Access lists take the place of modes there.");

    private async Task AddKeyAsync(string? passphrase)
    {
        await using var store = Open(passphrase);
        await store.WriteAsync(session => session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: true), default);
    }

    private async Task<CertificateWithKey?> ReadKeyAsync(string? passphrase)
    {
        await using var store = Open(passphrase);
        return await store.ReadAsync(
            session => session.Certificates.FindWithKey(Litware.Lync, Certs.Public(0).Thumbprint), default);
    }

    private async Task<string> RefusalAsync(string? passphrase) =>
        (await Assert.ThrowsAsync<FaultException>(() => ReadKeyAsync(passphrase))).Faults.Single().Code;

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return content.ToArray();
    }

    private SqliteTrustStore Open(string? passphrase) => new(directory.Path, passphrase, NullLogger.Instance);
}
