using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Who makes the check.</summary>
/// <param name="Server">The calling server.</param>
/// <param name="Configuration">Its OAuth configuration.</param>
/// <param name="Client">The principal that it is to others.</param>
/// <param name="User">For whom it calls; null for itself.</param>
/// <param name="ClockSkew">How far its own clock is off.</param>
internal sealed record CallingServer(
    Server Server, OAuthConfiguration Configuration, PrincipalName Client, UserIdentity? User, TimeSpan ClockSkew)
{
    /// <summary>The member that calls; null when any of them may.</summary>
    public string? Member { get; init; }
}
