using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>The restart after which a server goes by what was written, where the program asks for one.</summary>
internal static class PartnerRestart
{
    /// <param name="inputs">Which services of which servers; without names it is the server that keeps the record.</param>
    /// <param name="written">The record as it is by now.</param>
    /// <param name="operation">Its writing.</param>
    public static async Task<ResourceState> CarryOutAsync(PartnerApplicationInputs inputs, ResourceState written, Operation operation)
    {
        if (inputs.Restart.Value is not { } scope || scope == RestartScope.None)
        {
            return written;
        }

        var servers = inputs.RestartServers.Value is { IsEmpty: false } named ? named : [inputs.Server.Value!];
        var request = new RestartRequest(scope, [.. servers.Select(Fqdns.Normalize)]);
        return await LaterStep.RunAsync(written, "the restart was interrupted.", async () =>
        {
            var restarter = operation.Engine.Restarter
                ?? throw new FaultException(FaultCatalogue.EngineCannot(operation.Engine.Name, "restart services").At(inputs.Restart.Path));
            await restarter.RestartAsync(request, operation.Progress, operation.CancellationToken);
            return written;
        });
    }
}
