using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Embedded.Store.Sqlite;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>How each server's host behaves: the faults that are switched on.</summary>
internal sealed class HostTable(SqliteStatements statements)
{
    public List<HostFault> ListFaults(string server) => statements.Many(
        "SELECT kind, value FROM host_fault WHERE server = $1 ORDER BY kind",
        row => new HostFault(server, row.Choice<HostFaultKind>(0), row.Text(1)), server);

    public HostFault? Find(string server, HostFaultKind kind) => statements.Single(
        "SELECT value FROM host_fault WHERE server = $1 AND kind = $2",
        row => new HostFault(server, kind, row.Text(0)), server, kind.ToString());

    public void Switch(HostFault fault) => statements.Execute(
        "INSERT OR REPLACE INTO host_fault (server, kind, value) VALUES ($1, $2, $3)", fault.Server, fault.Kind.ToString(), fault.Value);

    public void Clear(string server, HostFaultKind? kind) => statements.Execute(
        "DELETE FROM host_fault WHERE server = $1 AND ($2 IS NULL OR kind = $2)", server, kind?.ToString());
}
