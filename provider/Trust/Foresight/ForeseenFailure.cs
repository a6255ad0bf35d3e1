using System.Collections.Immutable;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Foresight;

/// <summary>A call that is going to be refused if nobody does anything, or is refused already.</summary>
/// <param name="Question">The call, at the moment from which on it is refused.</param>
/// <param name="Refusal">The step at which it is refused then, with its fault.</param>
/// <param name="Changes">What happens at that moment; empty for a call that is refused already.</param>
/// <param name="Features">What users lose with it, see <see cref="Directions.TrustFeatures"/>; empty where no document tells.</param>
public sealed record ForeseenFailure(
    TrustQuestion Question, TraceStep Refusal, ImmutableArray<CallInstant> Changes, ImmutableArray<string> Features)
{
    public DateTimeOffset At => Question.At;

    /// <summary>Whether the call was refused already when it was asked about.</summary>
    public bool IsAlready => Changes.IsEmpty;
}
