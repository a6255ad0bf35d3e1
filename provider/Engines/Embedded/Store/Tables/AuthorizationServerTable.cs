using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <param name="statements">Of the transaction.</param>
/// <param name="pool">Where the certificates are.</param>
/// <param name="table">Where the records are; their keys are in the table of the same name with <c>_key</c>.</param>
internal sealed class AuthorizationServerTable(SqliteStatements statements, CertificatePool pool, string table) : IAuthorizationServerTable
{
    private readonly string select = $"SELECT id, server, name, url, realm, issuer, type, is_default_endpoint FROM {table}";
    private readonly TrustedKeys keys = new(statements, pool, $"{table}_key");

    public AuthorizationServer? Find(string server, string name) =>
        Read($"{select} WHERE server = $1 AND name = $2", server, name).FirstOrDefault();

    public IReadOnlyList<AuthorizationServer> List(string server) => Read($"{select} WHERE server = $1 ORDER BY name", server);

    public IReadOnlyList<AuthorizationServer> FindByIdentifier(string server, string applicationIdentifier) =>
        Read($"{select} WHERE server = $1 AND application_identifier = $2 ORDER BY name", server, applicationIdentifier);

    public IReadOnlyList<AuthorizationServer> FindByIssuer(string server, string issuer) =>
        Read($"{select} WHERE issuer = $1 AND server = $2 ORDER BY name", issuer, server);

    public void Save(AuthorizationServer authorizationServer)
    {
        var before = keys.Ids(IdOf(authorizationServer.Server, authorizationServer.Name));
        var id = statements.Single(
            $"""
            INSERT INTO {table} (server, name, url, application_identifier, realm, issuer, type, is_default_endpoint)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (server, name) DO UPDATE SET name = $2, url = $3, application_identifier = $4, realm = $5, issuer = $6,
                type = $7, is_default_endpoint = $8
            RETURNING id
            """,
            row => row.GetInt64(0),
            authorizationServer.Server, authorizationServer.Name, authorizationServer.AuthMetadataUrl.AbsoluteUri,
            authorizationServer.Issuer.Split('@')[0], authorizationServer.Realm, authorizationServer.Issuer,
            authorizationServer.Type?.ToString(), authorizationServer.IsDefaultAuthorizationEndpoint);
        keys.Write(id, authorizationServer.TrustedKeys);
        pool.Sweep(before);
    }

    public void Remove(string server, string name)
    {
        var before = keys.Ids(IdOf(server, name));
        statements.Execute($"DELETE FROM {table} WHERE server = $1 AND name = $2", server, name);
        pool.Sweep(before);
    }

    private long IdOf(string server, string name) =>
        statements.Single($"SELECT id FROM {table} WHERE server = $1 AND name = $2", row => row.GetInt64(0), server, name);

    private List<AuthorizationServer> Read(string sql, params ReadOnlySpan<object?> values)
    {
        var rows = statements.Many(
            sql,
            row => (Id: row.GetInt64(0), Record: new AuthorizationServer(
                row.GetString(1), row.GetString(2), row.Url(3), row.GetString(4), row.GetString(5), [])
            {
                Type = row.IsDBNull(6) ? null : row.Choice<AuthorizationServerType>(6),
                IsDefaultAuthorizationEndpoint = row.GetBoolean(7),
            }),
            values);
        return [.. rows.Select(row => row.Record with { TrustedKeys = keys.Read(row.Id) })];
    }
}
