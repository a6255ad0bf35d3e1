using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Embedded.Store.Tables;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Keys;

namespace PartnerTrust.Engines.Tests.Store;

/// <summary>What the examination of a key found is kept beside its certificate, and counts for that one alone.</summary>
public sealed class SoundKeyTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_key_that_was_examined_is_marked_and_one_that_was_not_is_once_it_was()
    {
        var (examined, unexamined) = (Examined(), Unexamined());
        await WriteAsync("A", examined);
        await WriteAsync("B", unexamined);
        Assert.Equal([false, true], await MarksAsync());

        _ = KeyReview.Of(unexamined);
        await WriteAsync("B", unexamined);

        Assert.Equal([true, true], await MarksAsync());
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3 })]
    public async Task A_mark_that_is_damaged_is_as_good_as_none(byte[] damaged)
    {
        await WriteAsync("A", Examined());
        await ExecuteAsync("UPDATE certificate SET sound_key = $1", damaged);

        await using var store = Open();
        var record = await store.ReadAsync(session => session.PartnerApplications.Find(Litware.Lync, "A"), default);

        Assert.Equal(KeyWeaknesses.None, KeyReview.Of(record!.TrustedKeys!.Value[0]).Weaknesses);
    }

    [Fact]
    public void A_mark_is_of_one_certificate()
    {
        var (one, other) = (Examined(), Examined());

        Assert.NotEqual(SoundKeyMark.Of(one, DigestOf(one)), SoundKeyMark.Of(other, DigestOf(other)));
    }

    private static SigningCertificate Examined() => CertificateGenerator.SelfSigned("CN=examined", 2048, 365, Certs.Now).Certificate;

    private static SigningCertificate Unexamined()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=unexamined", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(Certs.Now, Certs.Now.AddYears(1));
        return CertificateReader.Read(made.RawData);
    }

    private static byte[] DigestOf(SigningCertificate certificate) => SHA256.HashData(certificate.Der.AsSpan());

    private SqliteTrustStore Open() => new(directory.Path, null, NullLogger.Instance);

    private async Task WriteAsync(string name, SigningCertificate key)
    {
        await using var store = Open();
        await store.WriteAsync(session => session.PartnerApplications.Save(Partners.OnLync(name, key)), default);
    }

    /// <summary>Whether there is one, by subject, the last first.</summary>
    private async Task<IReadOnlyList<bool>> MarksAsync()
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT sound_key IS NOT NULL FROM certificate ORDER BY subject DESC";
        await using var reader = await command.ExecuteReaderAsync();
        var marks = new List<bool>();
        while (await reader.ReadAsync())
        {
            marks.Add(reader.GetBoolean(0));
        }

        return marks;
    }

    private async Task ExecuteAsync(string sql, byte[] value)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$1", value);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={directory.Combine("partnertrust.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
