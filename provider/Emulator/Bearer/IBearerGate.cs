using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Bearer;

/// <summary>Stands before every protected end point.</summary>
internal interface IBearerGate
{
    /// <summary>The accepted call; null when the request has been answered with 401.</summary>
    Task<AcceptedCall?> AdmitAsync(HostRequest request);
}
