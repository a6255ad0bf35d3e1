using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>The answer to a <see cref="TrustQuestion"/>, with every step on the way to it.</summary>
/// <param name="Accepted">True when every step succeeded.</param>
/// <param name="Steps">The steps in the order in which caller and receiver take them; the first failed one is the reason, later ones were not
/// taken.</param>
public sealed record TrustVerdict(bool Accepted, ImmutableArray<TraceStep> Steps)
{
    /// <summary>The refusal; null when accepted.</summary>
    public Fault? Refusal => Steps.FirstOrDefault(step => !step.Succeeded)?.Fault;

    /// <summary>The step that may go either way, where nothing else refuses; null when all is known.</summary>
    public TraceStep? Open => Accepted ? Steps.FirstOrDefault(step => step.IsOpen) : null;
}
