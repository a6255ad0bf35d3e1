using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Reports.Overview;

/// <summary>Something that is not in any record and was seen from outside.</summary>
/// <param name="Server">Fqdn of the server at which it was seen.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Fault">What was seen.</param>
/// <param name="Consequence">What does not work because of it; empty where that is not known.</param>
public sealed record Sight(string Server, Severity Severity, Fault Fault, string Consequence);
