using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>One record of a partner application, and the way there and back.</summary>
/// <param name="Id">Row number; owner of the record's keys.</param>
/// <param name="ToApplication">The record, once its keys are read.</param>
internal sealed record PartnerApplicationRow(long Id, Func<ImmutableArray<SigningCertificate>, PartnerApplication> ToApplication)
{
    private const int SourceCertificate = 15;

    public static string SelectFrom(string table) =>
        $"""
        SELECT p.id, p.server, p.name, p.source, p.source_url, p.trust_any_certificate, p.application_identifier, p.realm, p.issuer,
            p.trust_level, p.enabled, p.accept_sid, p.linked_account, p.linked_account_roles, p.is_trust_broker, {CertificatePool.Columns}
        FROM {table} p LEFT JOIN certificate c ON c.id = p.source_certificate
        """;

    public static string UpsertInto(string table) =>
        $"""
        INSERT INTO {table} (server, name, source, source_url, source_certificate, trust_any_certificate,
            application_identifier, realm, issuer, trust_level, enabled, accept_sid, linked_account, linked_account_roles, is_trust_broker)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (server, name) DO UPDATE SET name = $2, source = $3, source_url = $4, source_certificate = $5, trust_any_certificate = $6,
            application_identifier = $7, realm = $8, issuer = $9, trust_level = $10, enabled = $11, accept_sid = $12,
            linked_account = $13, linked_account_roles = $14, is_trust_broker = $15
        RETURNING id
        """;

    public static object?[] ValuesOf(PartnerApplication application, CertificatePool pool)
    {
        var metadata = application.Source as PartnerSource.Metadata;
        var certificate = application.Source as PartnerSource.Certificate;
        return
        [
            application.Server, application.Name, KindOf(application.Source), metadata?.Url.AbsoluteUri,
            certificate is null ? null : pool.IdOf(certificate.Key ?? throw new ArgumentNullException(nameof(application))),
            metadata?.TrustAnySslCertificate ?? false,
            application.ApplicationIdentifier, application.Realm, application.Issuer, application.TrustLevel?.ToString(),
            application.Enabled, application.AcceptSecurityIdentifierInformation, application.LinkedAccount?.Name,
            ColumnReading.ToLines(application.LinkedAccount?.Roles ?? []), application.IsTrustBroker,
        ];
    }

    public static PartnerApplicationRow Map(SqliteDataReader row)
    {
        var application = new PartnerApplication(
            row.GetString(1), row.GetString(2), SourceOf(row), row.GetString(6), row.GetString(7), row.GetString(8), [],
            row.IsDBNull(9) ? null : row.Choice<TrustLevel>(9), row.GetBoolean(10), row.GetBoolean(11),
            row.Text(12) is { } account ? new LinkedAccount(account, row.Lines(13).ToImmutableSortedSet(StringComparer.Ordinal)) : null)
        {
            IsTrustBroker = row.GetBoolean(14),
        };
        return new PartnerApplicationRow(row.GetInt64(0), keys => application with { TrustedKeys = keys });
    }

    private static string KindOf(PartnerSource source) => source switch
    {
        PartnerSource.Metadata => "metadata",
        PartnerSource.Certificate => "certificate",
        _ => "authorizationServer",
    };

    private static PartnerSource SourceOf(SqliteDataReader row) => row.GetString(3) switch
    {
        "metadata" => new PartnerSource.Metadata(row.Url(4), row.GetBoolean(5)),
        "certificate" => new PartnerSource.Certificate(row.GetString(6), row.GetString(7), CertificatePool.Map(row, SourceCertificate)),
        "authorizationServer" => new PartnerSource.AuthorizationServer(row.GetString(6), row.GetString(7)),
        _ => throw new DamagedCellException("the kind of a partner is not known"),
    };
}
