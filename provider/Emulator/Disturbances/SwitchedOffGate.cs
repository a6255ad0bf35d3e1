using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Servers on whose virtual directories OAuth is off: they ask for no token and look at none (domain.md 5.6, 8 row 12).</summary>
internal sealed class SwitchedOffGate(IBearerGate gate, IHostFaults faults) : IBearerGate
{
    public async Task<AcceptedCall?> AdmitAsync(HostRequest request)
    {
        if (!await faults.HasAsync(request.Server.Fqdn, HostFaultKind.OAuthDisabled, request.Aborted))
        {
            return await gate.AdmitAsync(request);
        }

        await Challenge.WriteAsync(request, Challenge.Negotiate, Challenge.Ntlm);
        return null;
    }
}
