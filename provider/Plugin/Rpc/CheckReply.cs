using PartnerTrust.Protocol.Messages;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

internal static class CheckReply
{
    public static IEnumerable<CheckFailure> Failures(IEnumerable<Fault> faults, SecretTexts secrets) => faults
        .Where(fault => !fault.IsWarning)
        .DistinctBy(fault => (fault.Property, fault.Code))
        .Select(fault => new CheckFailure { Property = fault.Property, Reason = secrets.Hide(fault).Text });
}
