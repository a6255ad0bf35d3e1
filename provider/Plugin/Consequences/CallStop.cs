using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Consequences;

/// <summary>A call that worked is refused.</summary>
/// <param name="Urn">The resource whose operation made the difference.</param>
/// <param name="Refusal">By which rule.</param>
internal sealed record CallStop(string Urn, Fault Refusal);
