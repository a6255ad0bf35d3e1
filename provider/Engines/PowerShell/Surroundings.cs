using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Sessions;

namespace PartnerTrust.Engines.PowerShell;

/// <summary>What the engine reaches beside the cmdlets.</summary>
/// <param name="Documents">The documents that servers publish, as this machine fetches them.</param>
/// <param name="Challenges">What servers answer to who brings no token.</param>
/// <param name="Wall">The clock of this machine, by which is waited.</param>
internal sealed record Surroundings(IMetadataSource Documents, IChallengeSource Challenges, TimeProvider Wall)
{
    /// <summary>Shells that somebody else keeps open; null for the engine's own.</summary>
    public SessionPool? Sessions { get; init; }
}
