using PartnerTrust.Engines.Embedded.Store.Sqlite;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>Which of several resources with one id was written last.</summary>
internal sealed class InstanceTable(SqliteStatements statements)
{
    public bool Any() => statements.Single("SELECT EXISTS (SELECT 1 FROM instance)", row => row.GetBoolean(0));

    public string? Find(string type, string id) =>
        statements.Single("SELECT mark FROM instance WHERE type = $1 AND id = $2", row => row.GetString(0), type, id);

    public string? FindId(string type, string urn) =>
        statements.Single("SELECT id FROM instance WHERE type = $1 AND urn = $2", row => row.GetString(0), type, urn);

    public void Save(string type, string id, string mark, string urn)
    {
        statements.Execute("DELETE FROM instance WHERE type = $1 AND urn = $2", type, urn);
        statements.Execute("INSERT OR REPLACE INTO instance (type, id, mark, urn) VALUES ($1, $2, $3, $4)", type, id, mark, urn);
    }

    public void Remove(string type, string id) => statements.Execute("DELETE FROM instance WHERE type = $1 AND id = $2", type, id);
}
