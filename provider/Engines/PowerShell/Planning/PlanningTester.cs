using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Checks;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.PowerShell.Planning;

/// <summary>Tells by which cmdlet a check would be made; the planned trust answers it.</summary>
internal sealed class PlanningTester(IConnectivityTester planned, IServerReader reader, ServerDirectory servers, PlannedCalls told)
    : IConnectivityTester
{
    public async Task<ConnectivityReport> CheckAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var caller = servers.Find(request.Server);
        var target = request.NamedTarget is { } named ? servers.Find(named) : null;
        if (CheckRules.Objection(request, caller, target) is null)
        {
            var settings = await reader.ReadSettingsAsync(caller!, progress, cancellationToken);
            if (CheckCalls.Of(new CheckWay(request, caller!, target, settings), servers) is { } call)
            {
                told.Tell(caller!.Fqdn, call);
            }
        }

        return await planned.CheckAsync(request, progress, cancellationToken);
    }
}
