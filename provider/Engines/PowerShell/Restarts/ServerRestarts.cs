using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Openings;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Restarts;

/// <summary>Restarts services because the stack asks for it: one machine after the other, each over the shell of its server. Restarting IIS ends
/// the product's own remote sessions: ours is closed before, and the server's document must answer again before anything goes on
/// (powershell.md 10).</summary>
internal sealed class ServerRestarts(ServerDirectory servers, SessionPool sessions, Comeback comeback) : IServiceRestarter
{
    private static readonly ProductOpening Bare = new([], RestartCmdlets.Table) { Description = "nothing" };

    public async Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (request.Scope == RestartScope.None)
        {
            return;
        }

        foreach (var (server, machine) in request.Servers.SelectMany(MachinesOf).Distinct())
        {
            progress.Report($"Restarting {(request.Scope == RestartScope.Iis ? "IIS" : "application pools")} on {machine}");
            await sessions.CloseAsync(server.Fqdn);
            await RestartAsync(request.Scope, server, machine, progress, cancellationToken);
            await comeback.AwaitAsync(server, progress, cancellationToken);
        }
    }

    private IEnumerable<(Server Server, string Machine)> MachinesOf(string name)
    {
        var server = servers.FindByHost(name) ?? servers.Require(name);
        return server.Fqdn != name ? [(server, name)]
            : server.Members.IsEmpty ? [(server, server.Fqdn)]
            : server.Members.Select(member => (server, member));
    }

    private async Task RestartAsync(
        RestartScope scope, Server server, string machine, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await using var shell = sessions.OpenBeside(server.Fqdn, Bare);
        var isHere = await shell.RunsOnAsync(machine, progress, cancellationToken);
        foreach (var call in RestartPlan.Of(scope, server.Product, machine, isHere))
        {
            var answer = await shell.RunAsync(call, progress, cancellationToken);
            if (!answer.Succeeded)
            {
                throw new FaultException(FaultCatalogue.RestartFailed(machine, ErrorClassifier.Instance.Classify(server.Fqdn, call, answer)));
            }
        }
    }
}
