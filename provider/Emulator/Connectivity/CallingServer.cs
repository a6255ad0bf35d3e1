using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Who makes a check.</summary>
/// <param name="Way">The way that the check takes.</param>
/// <param name="Client">The principal that the caller is to others.</param>
/// <param name="User">For whom it calls; null for itself.</param>
/// <param name="Clock">Its own clock.</param>
internal sealed record CallingServer(CheckWay Way, PrincipalName Client, UserIdentity? User, TimeProvider Clock)
{
    public Server Server => Way.Caller;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>The address by which Autodiscover is asked for the user.</summary>
    public string Address => (User ?? UserIdentity.Of(Way.Request.SipUri, null)).NameId;
}
