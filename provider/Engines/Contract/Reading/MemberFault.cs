using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>Why one member of a server cannot sign with a certificate that is bound to the server.</summary>
public sealed record MemberFault(string Member, Thumbprint Certificate, Fault Fault)
{
    /// <summary>The members that cannot sign with what is bound, or staged.</summary>
    public static ImmutableArray<MemberFault> Of(Server server, CertificateSlots slots, ImmutableArray<CertificateCopy> copies)
    {
        SigningCertificate?[] signers = [slots.Current, slots.Next];
        return
        [
            .. from signer in signers.OfType<SigningCertificate>()
               from member in server.Members
               from fault in PoolRules.Check(server, signer, copies, member)
               select new MemberFault(member, signer.Thumbprint, fault),
        ];
    }
}
