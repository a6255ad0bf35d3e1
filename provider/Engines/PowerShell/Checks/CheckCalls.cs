using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Checks;

/// <summary>By which cmdlet of the caller a check is made (domain.md 6.1, 6.2).</summary>
internal static class CheckCalls
{
    /// <summary>Null for a probe, which the plugin makes itself, and where the product has no such cmdlet.</summary>
    public static CmdletCall? Of(CheckWay way, ServerDirectory servers) => (way.Caller.Product, way.Request.Method) switch
    {
        (ServerProduct.ExchangeServer, _) => CallOut(way, servers),
        (ServerProduct.LyncServer, not ConnectivityMethod.Probe) => TestCmdlets.WriteItem(way.Request),
        _ => null,
    };

    private static CmdletCall CallOut(CheckWay way, ServerDirectory servers)
    {
        var mailbox = servers.FindMailbox(way.Request.SipUri)?.SmtpAddress ?? SipUris.AddressOf(way.Request.SipUri);
        return TestCmdlets.CallOut(way.First.Place, way.Target?.Product == ServerProduct.ExchangeServer, mailbox);
    }
}
