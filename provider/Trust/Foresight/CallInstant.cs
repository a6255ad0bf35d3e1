using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Foresight;

/// <summary>A moment at which something changes that decides a call.</summary>
/// <param name="At">The first whole second, UTC, at which it has changed.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Server">Fqdn of the server that has the certificate: bound to it, or among the keys that it trusts.</param>
/// <param name="Certificate">To which certificate.</param>
public sealed record CallInstant(DateTimeOffset At, CallInstantKind Kind, string Server, Thumbprint Certificate);
