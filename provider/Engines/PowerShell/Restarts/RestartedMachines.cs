using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Openings;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Restarts;

/// <summary>Which machines a restart means, and what it would run on them.</summary>
internal sealed class RestartedMachines(ServerDirectory servers, SessionPool sessions)
{
    private static readonly ProductOpening Bare = new([], RestartCmdlets.Table) { Description = "nothing" };

    public IEnumerable<(Server Server, string Machine)> Of(RestartRequest request) => request.Scope == RestartScope.None
        ? []
        : request.Servers.SelectMany(MachinesOf).Distinct();

    /// <summary>A shell for restarts, which needs nothing that a restart ends; the caller's to dispose.</summary>
    public ShellSession OpenShell(Server server) => sessions.OpenBeside(server.Fqdn, Bare);

    public static async Task<ImmutableArray<CmdletCall>> PlanAsync(
        ShellSession shell, RestartScope scope, Server server, string machine, IProgress<string> progress, CancellationToken cancellationToken) =>
        RestartPlan.Of(scope, server.Product, machine, await shell.RunsOnAsync(machine, progress, cancellationToken));

    private IEnumerable<(Server Server, string Machine)> MachinesOf(string name)
    {
        var server = servers.FindByHost(name) ?? servers.Require(name);
        return server.Fqdn != name ? [(server, name)]
            : server.Members.IsEmpty ? [(server, server.Fqdn)]
            : server.Members.Select(member => (server, member));
    }
}
