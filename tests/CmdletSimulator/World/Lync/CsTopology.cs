using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Lync;

/// <summary>Which machines and domains there are, and whether they have the newest settings (domain.md 2.2 rule 6).</summary>
internal sealed class CsTopology(WorldStore store, LyncDeployments deployments, SimulatedWorld world) : INoun
{
    private const string Topology = "Microsoft.Rtc.Management.Xds";

    public void AddTo(CmdletTable table) => table
        .Add("Get-CsSipDomain", SipDomains)
        .Add("Get-CsPool", Pools)
        .Add("Get-CsComputer", Computers)
        .Add("Get-CsManagementStoreReplicationStatus", Replication)
        .Add("Invoke-CsManagementStoreReplication", (_, server) =>
        {
            deployments.Of(server).StaleReplicas.Clear();
            return PlayedAnswer.Nothing;
        })
        .Add("Get-CsServerVersion", (_, server) =>
            PlayedAnswer.Of(PlayedValue.Of($"{world.EditionOf(server).Name} ({world.EditionOf(server).Version})")));

    private PlayedAnswer SipDomains(PlayedCall call, Server server)
    {
        var domains = deployments.Of(server).SipDomains;
        return PlayedAnswer.Of(Wildcards.Narrow(domains, domain => domain, call.Text("Identity") ?? call.Text("Filter")).Select(domain => Things.Of(
            $"{Topology}.DisplaySipDomain",
            domain,
            ("Identity", PlayedValue.Of(domain)),
            ("Name", PlayedValue.Of(domain)),
            ("IsDefault", PlayedValue.Of(domain == domains[0])))));
    }

    private static PlayedAnswer Pools(PlayedCall call, Server server) =>
        PlayedAnswer.Of(Wildcards.Narrow([server], pool => pool.Fqdn, call.Text("Identity") ?? call.Text("Filter")).Select(pool => Things.Of(
            $"{Topology}.DisplayPool",
            pool.Fqdn,
            ("Identity", PlayedValue.Of(pool.Fqdn)),
            ("Services", PlayedValue.Of([$"Registrar:{pool.Fqdn}", $"WebServer:{pool.Fqdn}"])),
            ("Computers", PlayedValue.Of(Machines(pool))),
            ("Fqdn", PlayedValue.Of(pool.Fqdn)),
            ("Site", PlayedValue.Of("Site:Redmond")))));

    private static PlayedAnswer Computers(PlayedCall call, Server server)
    {
        var pattern = call.IsOn("Local") ? call.Machine : call.Text("Identity") ?? call.Text("Filter");
        return PlayedAnswer.Of(Wildcards.Narrow(Machines(server), machine => machine, pattern).Select(machine => Things.Of(
            $"{Topology}.DisplayComputer",
            machine,
            ("Identity", PlayedValue.Of(machine)),
            ("Pool", PlayedValue.Of(server.Fqdn)),
            ("Fqdn", PlayedValue.Of(machine)))));
    }

    private PlayedAnswer Replication(PlayedCall call, Server server)
    {
        var stale = deployments.Of(server).StaleReplicas;
        return PlayedAnswer.Of(Wildcards.Narrow(Machines(server), machine => machine, call.Text("ReplicaFqdn")).Select(machine => Things.Of(
            $"{Topology}.ReplicaState",
            machine,
            ("UpToDate", PlayedValue.Of(!stale.ContainsKey(machine))),
            ("ReplicaFqdn", PlayedValue.Of(machine)),
            ("LastStatusReport", PlayedValue.Local(store.Now)),
            ("LastUpdateCreation", PlayedValue.Local(store.Now)),
            ("ProductVersion", PlayedValue.Of(world.EditionOf(server).Version)))));
    }

    private static ImmutableArray<string> Machines(Server server) => server.Members.IsEmpty ? [server.Fqdn] : server.Members;
}
