using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Keys;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

internal sealed class CertificateTable(SqliteSession session, CertificatePool pool, KeyVault vault) : ICertificateTable
{
    private const string From = "FROM server_certificate s JOIN certificate c ON c.id = s.certificate WHERE s.server = $1";

    private const string Select = $"SELECT {CertificatePool.Columns}, s.sealed_key IS NOT NULL, s.generated {From}";

    public CertificateSlots FindSlots(string server)
    {
        var row = session.Single(
            "SELECT previous, current, next, next_effective FROM certificate_slots WHERE server = $1",
            row => (Previous: row.Text(0), Current: row.Text(1), Next: row.Text(2), Effective: row.IsDBNull(3) ? null : (DateTimeOffset?)row.Instant(3)),
            server);
        return new CertificateSlots(InSlot(server, row.Previous), InSlot(server, row.Current), InSlot(server, row.Next), row.Effective);
    }

    public void SaveSlots(string server, CertificateSlots slots)
    {
        if (slots == CertificateSlots.Empty)
        {
            session.Execute("DELETE FROM certificate_slots WHERE server = $1", server);
            return;
        }

        session.Execute(
            "INSERT OR REPLACE INTO certificate_slots (server, previous, current, next, next_effective) VALUES ($1, $2, $3, $4, $5)",
            server, slots.Previous?.Thumbprint.Hex, slots.Current?.Thumbprint.Hex, slots.Next?.Thumbprint.Hex, slots.NextEffectiveDate?.UtcTicks);
    }

    public StoredCertificate? Find(string server, Thumbprint thumbprint) =>
        session.Single($"{Select} AND s.thumbprint = $2", Map, server, thumbprint.Hex);

    public IReadOnlyList<StoredCertificate> List(string server) => session.Many($"{Select} ORDER BY s.thumbprint", Map, server);

    public CertificateWithKey? FindWithKey(string server, Thumbprint thumbprint)
    {
        var row = session.Single(
            $"SELECT {CertificatePool.Columns}, s.sealed_key {From} AND s.thumbprint = $2 AND s.sealed_key IS NOT NULL",
            row => (Certificate: CertificatePool.Map(row), SealedKey: row.Bytes(CertificatePool.ColumnCount)), server, thumbprint.Hex);
        return row.SealedKey is null
            ? null
            : new CertificateWithKey(
                row.Certificate, ImmutableCollectionsMarshal.AsImmutableArray(vault.Open(session, row.SealedKey, PurposeOf(server, thumbprint))));
    }

    public void Add(string server, CertificateWithKey certificate, bool generated)
    {
        var thumbprint = certificate.Certificate.Thumbprint;
        session.Execute(
            """
            INSERT INTO server_certificate (server, thumbprint, certificate, generated, sealed_key) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (server, thumbprint) DO UPDATE SET certificate = $3, sealed_key = $5
            """,
            server, thumbprint.Hex, pool.IdOf(certificate.Certificate), generated,
            vault.Seal(session, certificate.Pkcs8.AsSpan(), PurposeOf(server, thumbprint)));
    }

    public void ForgetKey(string server, Thumbprint thumbprint) => session.Execute(
        "UPDATE server_certificate SET sealed_key = NULL WHERE server = $1 AND thumbprint = $2", server, thumbprint.Hex);

    private SigningCertificate? InSlot(string server, string? thumbprint) =>
        thumbprint is not null && Thumbprint.TryParse(thumbprint, out var parsed) ? Find(server, parsed)?.Certificate : null;

    private static StoredCertificate Map(SqliteDataReader row) =>
        new(CertificatePool.Map(row), row.GetBoolean(CertificatePool.ColumnCount), row.GetBoolean(CertificatePool.ColumnCount + 1));

    private static string PurposeOf(string server, Thumbprint thumbprint) => $"certificate/{server}/{thumbprint.Hex}";
}
