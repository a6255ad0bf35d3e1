using System.Text;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <param name="statements">Of the transaction.</param>
/// <param name="pool">Where the certificates are.</param>
/// <param name="table">Where the records are; their keys are in the table of the same name with <c>_key</c>.</param>
internal sealed class PartnerApplicationTable(SqliteStatements statements, CertificatePool pool, string table) : IPartnerApplicationTable
{
    private readonly string select = PartnerApplicationRow.SelectFrom(table);
    private readonly TrustedKeys keys = new(statements, pool, $"{table}_key");

    public PartnerApplication? Find(string server, string name) =>
        Read($"{select} WHERE p.server = $1 AND p.name = $2", server, name).FirstOrDefault();

    /// <summary>Each page begins behind the one before: an index out of order must not lead round in a circle.</summary>
    public IReadOnlyList<PartnerApplication> List(string server, string? afterName, int pageSize)
    {
        var page = Read($"{select} WHERE p.server = $1 AND p.name > $2 ORDER BY p.name LIMIT $3", server, afterName ?? "", pageSize);
        return page.Select(partner => partner.Name).Prepend(afterName ?? "").Zip(page, (before, next) => Follows(before, next.Name))
            .All(follows => follows)
            ? page
            : throw statements.Damage($"table {table}: its names are out of order");
    }

    public IReadOnlyList<PartnerApplication> FindByIdentifier(string server, string applicationIdentifier) => Read(
        $"{select} WHERE p.server = $1 AND p.application_identifier = $2 ORDER BY p.name", server, applicationIdentifier);

    public IReadOnlyList<PartnerApplication> FindByIssuer(string server, string issuer) =>
        Read($"{select} WHERE p.issuer = $1 AND p.server = $2 ORDER BY p.name", issuer, server);

    public IReadOnlyList<string> ListIssuers(string server, int count) => statements.Many(
        $"SELECT issuer FROM {table} WHERE server = $1 AND enabled AND source <> 'authorizationServer' ORDER BY name LIMIT $2",
        row => row.GetString(0),
        server,
        count);

    public void Save(PartnerApplication application)
    {
        var before = ReferencesOf(application.Server, application.Name);
        var id = statements.Single(
            PartnerApplicationRow.UpsertInto(table), row => row.GetInt64(0), PartnerApplicationRow.ValuesOf(application, pool));
        keys.Write(id, application.TrustedKeys);
        pool.Sweep(before);
    }

    public void Remove(string server, string name)
    {
        var before = ReferencesOf(server, name);
        statements.Execute($"DELETE FROM {table} WHERE server = $1 AND name = $2", server, name);
        pool.Sweep(before);
    }

    private List<PartnerApplication> Read(string sql, params ReadOnlySpan<object?> values) =>
        [.. statements.Many(sql, PartnerApplicationRow.Map, values).Select(row => row.ToApplication(keys.Read(row.Id)))];

    /// <summary>As SQLite orders names: by bytes, small letters like capital ones.</summary>
    private static bool Follows(string before, string next) => Folded(before).SequenceCompareTo(Folded(next)) < 0;

    private static ReadOnlySpan<byte> Folded(string name) =>
        Encoding.UTF8.GetBytes([.. name.Select(c => char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) : c)]);

    private List<long> ReferencesOf(string server, string name)
    {
        var row = statements.Single(
            $"SELECT id, source_certificate FROM {table} WHERE server = $1 AND name = $2",
            row => (Id: row.GetInt64(0), Source: row.IsDBNull(1) ? null : (long?)row.GetInt64(1)), server, name);
        var references = keys.Ids(row.Id);
        if (row.Source is { } source)
        {
            references.Add(source);
        }

        return references;
    }
}
