using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>Who finds a receiver by Autodiscover, and where it is asked (domain.md 4.2, 8 row 14).</summary>
public static class AutodiscoverRules
{
    /// <summary>Only Lync looks for Exchange by itself; all others are told whom to call.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="receiver">Who is called; null for whomever Autodiscover finds.</param>
    public static bool IsAsked(ServerProduct caller, ServerProduct? receiver) =>
        caller == ServerProduct.LyncServer && receiver is null or ServerProduct.ExchangeServer;

    /// <summary>Why the caller does not know where to ask; null when it does.</summary>
    public static Fault? CheckUrl(Server caller, Uri? url) => url is null ? FaultCatalogue.AutodiscoverNotSet(caller.Fqdn) : null;
}
