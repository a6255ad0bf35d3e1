using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Reports.Overview;

/// <param name="Server">Fqdn.</param>
/// <param name="Fault">Why it could not be read.</param>
public sealed record UnreadServer(string Server, Fault Fault);
