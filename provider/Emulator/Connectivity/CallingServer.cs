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

    public override string ToString() =>
        $"{Server.Fqdn} calls {Way.Target?.Fqdn ?? "Exchange"} {(User is null ? "without a user" : "for " + Way.Request.SipUri)}";
}
