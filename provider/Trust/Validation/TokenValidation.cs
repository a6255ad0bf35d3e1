using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Validation;

/// <summary>What became of a token: every stage that was taken, and the call when all passed.</summary>
/// <param name="Steps">One a stage, in the receiver's order; the last one is the refusal when there is one.</param>
/// <param name="Call">Null when refused.</param>
public sealed record TokenValidation(ImmutableArray<TraceStep> Steps, AcceptedCall? Call)
{
    public bool Accepted => Call is not null;

    /// <summary>The first stage that may go either way, where none refuses; null when all is known.</summary>
    public TraceStep? Open => Accepted ? Steps.FirstOrDefault(step => step.IsOpen) : null;

    public Fault? Refusal => Accepted ? null : Steps[^1].Fault;

    /// <summary>The value of the product's diagnostics header; null when accepted or not documented.</summary>
    public string? Diagnostics => Accepted ? null : Steps[^1].Diagnostics;
}
