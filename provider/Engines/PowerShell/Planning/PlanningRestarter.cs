using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Restarts;

namespace PartnerTrust.Engines.PowerShell.Planning;

/// <summary>Tells by which cmdlets services would be restarted.</summary>
internal sealed class PlanningRestarter(RestartedMachines machines, PlannedCalls told) : IServiceRestarter
{
    public async Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        foreach (var (server, machine) in machines.Of(request))
        {
            await using var shell = machines.OpenShell(server);
            foreach (var call in await RestartedMachines.PlanAsync(shell, request.Scope, server, machine, progress, cancellationToken))
            {
                told.Tell(server.Fqdn, call);
            }
        }
    }
}
