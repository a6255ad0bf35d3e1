using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Requests;

/// <summary>What is bound to a server. <paramref name="Generated"/> tells whether the engine made the current (or staged) certificate.</summary>
public sealed record CertificateBindingRecord(string Server, CertificateSlots Slots, bool Generated)
{
    /// <summary>Why members of the server cannot sign with what is bound, or staged; empty when all can.</summary>
    public ImmutableArray<MemberFault> MemberFaults { get; init; } = [];
}
