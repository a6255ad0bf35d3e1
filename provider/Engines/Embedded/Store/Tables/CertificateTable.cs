using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Embedded.Store.Keys;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

internal sealed class CertificateTable(SqliteStatements statements, SettingTable settings, CertificatePool pool, KeyVault vault) : ICertificateTable
{
    private const string From = "FROM server_certificate s JOIN certificate c ON c.id = s.certificate WHERE s.server = $1";

    private const string Select = $"SELECT {CertificatePool.Columns}, s.sealed_key IS NOT NULL, s.generated, s.thumbprint {From}";

    public CertificateSlots FindSlots(string server)
    {
        var found = statements.Single(
            "SELECT previous, current, next, next_effective, current_since FROM certificate_slots WHERE server = $1", SlotsRow.Map, server);
        return found is null
            ? CertificateSlots.Empty
            : new CertificateSlots(InSlot(server, found.Previous), InSlot(server, found.Current), InSlot(server, found.Next), found.NextEffective)
            {
                CurrentSince = found.CurrentSince,
            };
    }

    public void SaveSlots(string server, CertificateSlots slots)
    {
        if (slots == CertificateSlots.Empty)
        {
            statements.Execute("DELETE FROM certificate_slots WHERE server = $1", server);
            return;
        }

        statements.Execute(
            "INSERT OR REPLACE INTO certificate_slots (server, previous, current, next, next_effective, current_since) VALUES ($1, $2, $3, $4, $5, $6)",
            server, slots.Previous?.Thumbprint.Hex, slots.Current?.Thumbprint.Hex, slots.Next?.Thumbprint.Hex,
            slots.NextEffectiveDate?.UtcTicks, slots.CurrentSince?.UtcTicks);
    }

    public StoredCertificate? Find(string server, Thumbprint thumbprint) =>
        statements.Single($"{Select} AND s.thumbprint = $2", Map, server, thumbprint.Hex);

    public CertificateWithKey? FindWithKey(string server, Thumbprint thumbprint)
    {
        var row = statements.Single(
            $"SELECT {CertificatePool.Columns}, s.sealed_key {From} AND s.thumbprint = $2 AND s.sealed_key IS NOT NULL",
            row => (Certificate: CertificatePool.Map(row, thumbprint), SealedKey: row.Bytes(CertificatePool.ColumnCount)), server, thumbprint.Hex);
        return row.SealedKey is null
            ? null
            : new CertificateWithKey(
                row.Certificate,
                ImmutableCollectionsMarshal.AsImmutableArray(vault.Open(settings, row.SealedKey, PurposeOf(server, thumbprint.Hex))));
    }

    public void Add(string server, CertificateWithKey certificate, bool generated)
    {
        var thumbprint = certificate.Certificate.Thumbprint;
        statements.Execute(
            """
            INSERT INTO server_certificate (server, thumbprint, certificate, generated, sealed_key) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (server, thumbprint) DO UPDATE SET certificate = $3, sealed_key = $5
            """,
            server, thumbprint.Hex, pool.IdOf(certificate.Certificate), generated,
            vault.Seal(settings, certificate.Pkcs8.AsSpan(), PurposeOf(server, thumbprint.Hex)));
    }

    public IReadOnlyList<CertificateCopy> ListCopies(string server) => statements.Many(
        "SELECT member, thumbprint FROM member_certificate WHERE server = $1 ORDER BY member, thumbprint",
        row => new CertificateCopy(row.GetString(0), row.Thumbprint(1), HasPrivateKey: true, Exportable: true),
        server);

    public string? FindUnreached(string server) => null;

    public bool KeepsKeys(string server) => false;

    public void Replicate(string server, string member, Thumbprint thumbprint) => statements.Execute(
        "INSERT OR IGNORE INTO member_certificate (server, member, thumbprint) VALUES ($1, $2, $3)", server, member, thumbprint.Hex);

    public void RemoveCopies(string server, string member) =>
        statements.Execute("DELETE FROM member_certificate WHERE server = $1 AND member = $2", server, member);

    public void ForgetKey(string server, Thumbprint thumbprint) => statements.Execute(
        "UPDATE server_certificate SET sealed_key = NULL WHERE server = $1 AND thumbprint = $2", server, thumbprint.Hex);

    /// <summary>Replaces every sealed key; the function gets it with its purpose.</summary>
    public void Reseal(Func<byte[], string, byte[]> reseal)
    {
        var rows = statements.Many(
            "SELECT rowid, server, thumbprint, sealed_key FROM server_certificate WHERE sealed_key IS NOT NULL",
            row => (Id: row.GetInt64(0), Purpose: PurposeOf(row.GetString(1), row.GetString(2)), Sealed: row.Bytes(3)!));
        foreach (var row in rows)
        {
            statements.Execute("UPDATE server_certificate SET sealed_key = $2 WHERE rowid = $1", row.Id, reseal(row.Sealed, row.Purpose));
        }
    }

    /// <summary>What has expired is never bound: a certificate that ended before there were any is none, and cannot be reckoned with.</summary>
    private SigningCertificate? InSlot(string server, Thumbprint? thumbprint) =>
        thumbprint is not { } named ? null : Find(server, named)?.Certificate switch
        {
            { NotAfter.Year: > 1900 } bound => bound,
            null => throw statements.Damage("a certificate that is bound is missing"),
            _ => throw statements.Damage("a certificate that is bound has an impossible end of validity"),
        };

    private static StoredCertificate Map(SqliteDataReader row) => new(
        CertificatePool.Map(row, row.Thumbprint(CertificatePool.ColumnCount + 2)),
        row.GetBoolean(CertificatePool.ColumnCount),
        row.GetBoolean(CertificatePool.ColumnCount + 1))
    {
        Exportable = true,
    };

    private static string PurposeOf(string server, string thumbprint) => $"certificate/{server}/{thumbprint}";
}
