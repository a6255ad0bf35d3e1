namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>Which of several resources with one id was written last.</summary>
internal sealed class InstanceTable(SqliteSession session)
{
    public bool Any() => session.Single("SELECT EXISTS (SELECT 1 FROM instance)", row => row.GetBoolean(0));

    public string? Find(string type, string id) => session.Single("SELECT mark FROM instance WHERE type = $1 AND id = $2", row => row.GetString(0), type, id);

    public void Save(string type, string id, string mark) =>
        session.Execute("INSERT OR REPLACE INTO instance (type, id, mark) VALUES ($1, $2, $3)", type, id, mark);

    public void Remove(string type, string id) => session.Execute("DELETE FROM instance WHERE type = $1 AND id = $2", type, id);
}
