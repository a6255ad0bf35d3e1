using System.Collections.Immutable;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Engines.Embedded.Store.Schema;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>What servers that hold stale configuration go by (domain.md 3.5, 8 row 22): the records of their partners as of the moment when they
/// last read them, for all processes that emulate them.</summary>
/// <param name="statements">Of the transaction.</param>
/// <param name="pool">Where the certificates are.</param>
/// <param name="current">The records as they are now.</param>
internal sealed class MemoryTable(SqliteStatements statements, CertificatePool pool, IStoreSession current)
{
    private readonly PartnerApplicationTable partners = new(statements, pool, MemoryTables.Partners);
    private readonly AuthorizationServerTable authorizationServers = new(statements, pool, MemoryTables.AuthorizationServers);

    /// <summary>The state with the remembered records in place of its own. A server that remembers none reads them now.</summary>
    public TrustState Answer(TrustState now, ReceiverQuery query)
    {
        if (!Remembers(query.Server))
        {
            Refresh(query.Server);
        }

        var identifiers = query.ApplicationIdentifiers.Distinct();
        return now with
        {
            PartnerApplications = identifiers.SelectMany(id => partners.FindByIdentifier(query.Server, id))
                .ToImmutableDictionary(partner => (partner.Server, partner.Name)),
            AuthorizationServers = identifiers.SelectMany(id => authorizationServers.FindByIdentifier(query.Server, id))
                .ToImmutableDictionary(known => (known.Server, known.Name)),
        };
    }

    /// <summary>The server reads its records now.</summary>
    public void Refresh(string server)
    {
        Forget(server);
        statements.Execute("INSERT INTO host_memory (server) VALUES ($1)", server);
        foreach (var partner in StateSlices.ListAll(current, server))
        {
            partners.Save(partner);
        }

        foreach (var known in current.AuthorizationServers.List(server))
        {
            authorizationServers.Save(known);
        }
    }

    /// <summary>A restart: only a server that goes by its memory has anything to read anew.</summary>
    public void RefreshWhereKept(string server)
    {
        if (Remembers(server))
        {
            Refresh(server);
        }
    }

    public void Forget(string server)
    {
        foreach (var partner in partners.List(server, null, int.MaxValue))
        {
            partners.Remove(server, partner.Name);
        }

        foreach (var known in authorizationServers.List(server))
        {
            authorizationServers.Remove(server, known.Name);
        }

        statements.Execute("DELETE FROM host_memory WHERE server = $1", server);
    }

    private bool Remembers(string server) =>
        statements.Single("SELECT EXISTS (SELECT 1 FROM host_memory WHERE server = $1)", row => row.GetBoolean(0), server);
}
