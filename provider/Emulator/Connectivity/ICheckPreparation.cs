using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>What a check needs before it sets out.</summary>
internal interface ICheckPreparation
{
    /// <summary>Who makes the check, and which way it takes. A check that cannot be made at all is a failure.</summary>
    Task<CallingServer> PrepareAsync(ConnectivityRequest request, CancellationToken cancellationToken);
}
