using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Requests;

/// <summary>Why one member of a server cannot sign with a certificate that is bound to the server.</summary>
public sealed record MemberFault(string Member, Thumbprint Certificate, Fault Fault);
