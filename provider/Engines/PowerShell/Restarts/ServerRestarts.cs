using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Restarts;

/// <summary>Restarts services because the stack asks for it: one machine after the other, each over the shell of its server. Restarting IIS ends
/// the product's own remote sessions: ours is closed before, and the server's document must answer again before anything goes on
/// (powershell.md 10).</summary>
internal sealed class ServerRestarts(RestartedMachines machines, SessionPool sessions, Comeback comeback) : IServiceRestarter
{
    public async Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        foreach (var (server, machine) in machines.Of(request))
        {
            progress.Report($"Restarting {(request.Scope == RestartScope.Iis ? "IIS" : "application pools")} on {machine}");
            await sessions.CloseAsync(server.Fqdn);
            await RestartAsync(request.Scope, server, machine, progress, cancellationToken);
            await comeback.AwaitAsync(server, progress, cancellationToken);
        }
    }

    private async Task RestartAsync(
        RestartScope scope, Server server, string machine, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await using var shell = machines.OpenShell(server);
        foreach (var call in await RestartedMachines.PlanAsync(shell, scope, server, machine, progress, cancellationToken))
        {
            var answer = await shell.RunAsync(call, progress, cancellationToken);
            if (!answer.Succeeded)
            {
                throw new FaultException(FaultCatalogue.RestartFailed(machine, ErrorClassifier.Instance.Classify(server.Fqdn, call, answer)));
            }
        }
    }
}
