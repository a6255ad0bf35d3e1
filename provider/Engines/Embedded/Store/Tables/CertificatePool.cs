using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>Public certificates, each kept once however many records refer to it. Known by SHA-256: two that share a thumbprint by
/// an attacker's design stay two.</summary>
internal sealed class CertificatePool(SqliteStatements statements)
{
    /// <summary>The columns of a certificate, of the table under the alias <c>c</c>.</summary>
    public const string Columns =
        "c.der, c.digest, c.subject, c.issuer, c.serial_number, c.not_before, c.not_after, c.key_algorithm, c.key_size, c.sound_key";

    public const int ColumnCount = 10;

    public long IdOf(SigningCertificate certificate)
    {
        var digest = SHA256.HashData(certificate.Der.AsSpan());
        statements.Execute(
            """
            INSERT INTO certificate (digest, der, subject, issuer, serial_number, not_before, not_after, key_algorithm, key_size, sound_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (digest) DO UPDATE SET sound_key = $10 WHERE $10 IS NOT NULL AND sound_key IS NOT $10
            """,
            digest, certificate.Der.ToArray(), certificate.Subject, certificate.Issuer, certificate.SerialNumber,
            certificate.NotBefore.UtcTicks, certificate.NotAfter.UtcTicks, certificate.KeyAlgorithm, certificate.KeySize,
            SoundKeyMark.Of(certificate, digest));
        return statements.Single("SELECT id FROM certificate WHERE digest = $1", row => row.GetInt64(0), digest);
    }

    /// <summary>What was read before it was written is not read again: its digest says that it is the same.</summary>
    public static SigningCertificate Map(SqliteDataReader row, int first = 0)
    {
        var (der, digest) = (row.Bytes(first), row.Bytes(first + 1));
        if (!SHA256.HashData(der).AsSpan().SequenceEqual(digest))
        {
            throw new DamagedCellException("a certificate is not the one that was written");
        }

        var certificate = new SigningCertificate(
            ImmutableCollectionsMarshal.AsImmutableArray(der), Thumbprint.OfCertificate(der), row.GetString(first + 2), row.GetString(first + 3),
            row.GetString(first + 4), row.Instant(first + 5), row.Instant(first + 6), row.GetString(first + 7), row.GetInt32(first + 8));
        SoundKeyMark.Read(row.IsDBNull(first + 9) ? null : row.Bytes(first + 9), certificate, digest);
        return certificate;
    }

    /// <summary>The certificate that a record refers to by its thumbprint.</summary>
    public static SigningCertificate Map(SqliteDataReader row, Thumbprint thumbprint) =>
        Map(row) is var certificate && certificate.Thumbprint == thumbprint
            ? certificate
            : throw new DamagedCellException("a record refers to another certificate than its thumbprint says");

    /// <summary>Drops those of the certificates to which nothing refers any more, so that years of rolled keys do not pile up.</summary>
    public void Sweep(IEnumerable<long> ids)
    {
        foreach (var id in ids.Distinct())
        {
            statements.Execute(
                """
                DELETE FROM certificate WHERE id = $1
                AND NOT EXISTS (SELECT 1 FROM server_certificate WHERE certificate = $1)
                AND NOT EXISTS (SELECT 1 FROM partner_application WHERE source_certificate = $1)
                AND NOT EXISTS (SELECT 1 FROM partner_application_key WHERE certificate = $1)
                AND NOT EXISTS (SELECT 1 FROM authorization_server_key WHERE certificate = $1)
                AND NOT EXISTS (SELECT 1 FROM remembered_partner WHERE source_certificate = $1)
                AND NOT EXISTS (SELECT 1 FROM remembered_partner_key WHERE certificate = $1)
                AND NOT EXISTS (SELECT 1 FROM remembered_authorization_server_key WHERE certificate = $1)
                """,
                id);
        }
    }
}
