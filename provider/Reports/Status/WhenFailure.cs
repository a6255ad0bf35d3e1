using System.Collections.Immutable;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Reports.Status;

/// <summary>The first refusal of one call.</summary>
/// <param name="At">From when on; the time of the overview for one that is refused already.</param>
/// <param name="IsAlready">Whether it is.</param>
/// <param name="Direction">Who calls whom.</param>
/// <param name="SipUri">For which user; null for a call of the application for itself.</param>
/// <param name="Fault">By which rule.</param>
/// <param name="Features">What users lose with it; empty where no document tells.</param>
public sealed record WhenFailure(
    DateTimeOffset At, bool IsAlready, TrustDirection Direction, string? SipUri, Fault Fault, ImmutableArray<string> Features);
