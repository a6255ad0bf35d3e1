using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

internal sealed class OAuthConfigurationTable(SqliteStatements statements) : IOAuthConfigurationTable
{
    private const string Columns = "realm, service_name, exchange_autodiscover_url, allowed_domains, client_authorization_server";

    public OAuthConfiguration? Find(string server) => statements.Single(
        $"SELECT {Columns} FROM oauth_configuration WHERE server = $1", row => Read(server, row), server);

    public void Save(OAuthConfiguration configuration)
    {
        statements.Execute(
            $"""
            INSERT INTO oauth_original (server, {Columns})
            SELECT $1, {Columns} FROM (SELECT 1) LEFT JOIN oauth_configuration ON server = $1 WHERE true
            ON CONFLICT (server) DO NOTHING
            """,
            configuration.Server);
        Overwrite(configuration);
    }

    /// <summary>Without remembering what was there.</summary>
    public void Overwrite(OAuthConfiguration configuration) => statements.Execute(
        $"INSERT OR REPLACE INTO oauth_configuration (server, {Columns}) VALUES ($1, $2, $3, $4, $5, $6)",
        configuration.Server, configuration.Realm, configuration.ServiceName, configuration.ExchangeAutodiscoverUrl?.AbsoluteUri,
        ColumnReading.ToLines(configuration.ExchangeAutodiscoverAllowedDomains), configuration.ClientAuthorizationServer);

    public OAuthConfiguration? FindOriginal(OAuthConfiguration defaults) => statements.Single(
        $"SELECT {Columns} FROM oauth_original WHERE server = $1", row => row.IsDBNull(0) ? defaults : Read(defaults.Server, row), defaults.Server);

    public void Restore(string server, OAuthConfiguration? original)
    {
        statements.Execute("DELETE FROM oauth_configuration WHERE server = $1", server);
        statements.Execute("DELETE FROM oauth_original WHERE server = $1", server);
        if (original is not null)
        {
            Overwrite(original);
        }
    }

    private static OAuthConfiguration Read(string server, SqliteDataReader row) =>
        new(server, row.GetString(0), row.GetString(1), row.UrlOrNull(2), row.Lines(3)) { ClientAuthorizationServer = row.Text(4) };
}
