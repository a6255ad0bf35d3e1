using PartnerTrust.Engines.Embedded.Hosts.Listening;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Autodiscover;

/// <summary>Who asks for users, and in which request.</summary>
internal sealed record UserQuestion(AcceptedCall Caller, HostRequest Request);
