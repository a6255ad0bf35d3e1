using System.Collections.Immutable;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Connectivity;

/// <param name="Succeeded">True when every step succeeded.</param>
/// <param name="Steps">The steps in the order in which they were taken; those after the first failed one were not.</param>
/// <param name="ItemId">The written item's id; null when none was written.</param>
public sealed record ConnectivityReport(bool Succeeded, ImmutableArray<TraceStep> Steps, string? ItemId)
{
    /// <summary>Fqdns of the configured servers on which a foretold check turns, in the order in which its way leads to them, the caller first. Empty
    /// after a call that was made.</summary>
    public ImmutableArray<string> Reached { get; init; } = [];

    /// <summary>The step that may go either way, where nothing else fails; null when all is known, as after a call that was made.</summary>
    public TraceStep? Open => Succeeded ? Steps.FirstOrDefault(step => step.IsOpen) : null;
}
