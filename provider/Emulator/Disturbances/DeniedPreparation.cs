using PartnerTrust.Emulator.Connectivity;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Checks that are run by somebody who lacks the right to (domain.md 8 row 13).</summary>
internal sealed class DeniedPreparation(ICheckPreparation preparation, IHostFaults faults) : ICheckPreparation
{
    public async Task<CallingServer> PrepareAsync(ConnectivityRequest request, CancellationToken cancellationToken)
    {
        var caller = await preparation.PrepareAsync(request, cancellationToken);
        return await faults.HasAsync(caller.Server.Fqdn, HostFaultKind.AccessDenied, cancellationToken)
            ? throw new CheckFailure(FaultCatalogue.CheckAccessDenied(caller.Server.Fqdn))
            : caller;
    }
}
