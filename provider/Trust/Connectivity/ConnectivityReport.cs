using System.Collections.Immutable;
using PartnerTrust.Trust.Evaluation;

namespace PartnerTrust.Trust.Connectivity;

/// <param name="Succeeded">True when every step succeeded.</param>
/// <param name="Steps">The steps in the order in which they were taken; those after the first failed one were not.</param>
/// <param name="ItemId">The written item's id; null when none was written.</param>
public sealed record ConnectivityReport(bool Succeeded, ImmutableArray<TraceStep> Steps, string? ItemId);
