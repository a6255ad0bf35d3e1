namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>What servers that hold stale configuration go by (domain.md 3.5, 8 row 22): the records of their partners as of the moment when they
/// last read them, for all processes that play them.</summary>
internal sealed class MemoryTable(SqliteSession session)
{
    public RememberedPartners Recall(string server) =>
        session.Single("SELECT records FROM host_memory WHERE server = $1", row => RememberedPartners.Parse(row.GetString(0)), server)
        ?? Refresh(server);

    /// <summary>The server reads its records now.</summary>
    public RememberedPartners Refresh(string server)
    {
        var remembered = RememberedPartners.Of(session, server);
        session.Execute("INSERT OR REPLACE INTO host_memory (server, records) VALUES ($1, $2)", server, remembered.Format());
        return remembered;
    }

    /// <summary>A restart: only a server that goes by its memory has anything to read anew.</summary>
    public void RefreshWhereKept(string server)
    {
        if (session.Single("SELECT 1 FROM host_memory WHERE server = $1", row => row.GetInt32(0), server) == 1)
        {
            Refresh(server);
        }
    }

    public void Forget(string server) => session.Execute("DELETE FROM host_memory WHERE server = $1", server);
}
