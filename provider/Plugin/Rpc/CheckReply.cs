using PartnerTrust.Protocol.Messages;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

internal static class CheckReply
{
    public static CheckFailure Of(Fault fault) => new() { Property = fault.Property, Reason = fault.Text };
}
