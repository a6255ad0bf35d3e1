using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Exchange.Autodiscover;

/// <summary>Who asks for users, and in which request.</summary>
internal sealed record UserQuestion(AcceptedCall Caller, HostRequest Request);
