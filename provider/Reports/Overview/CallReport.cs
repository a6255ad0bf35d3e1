using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Foresight;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Reports.Overview;

/// <summary>What the evaluator says of one call.</summary>
/// <param name="SipUri">For which user; null for a call of the application for itself.</param>
/// <param name="Verdict">Now.</param>
public sealed record CallReport(string? SipUri, TrustVerdict Verdict)
{
    /// <summary>Its first refusal that is to come; null where there is none in sight, and where it is refused already.</summary>
    public ForeseenFailure? Failure { get; init; }

    /// <summary>When it will be refused; null as <see cref="Failure"/>.</summary>
    public DateTimeOffset? FailsAt => Failure?.At;

    /// <summary>By which rule it will be refused then.</summary>
    public Fault? FailsBy => Failure?.Refusal.Fault;

    public bool IsAccepted => Verdict.Accepted;

    /// <summary>Whether it cannot be told if it is accepted, though nothing that is known refuses it.</summary>
    public bool IsOpen => Verdict.Open is not null;

    /// <summary>The step that refuses it, or may.</summary>
    public TraceStep? Decisive => IsAccepted ? Verdict.Open : Verdict.Steps.FirstOrDefault(step => !step.Succeeded);
}
