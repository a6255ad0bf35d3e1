using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>What a caller meets at one place, in the three parts in which it calls: it asks for a challenge, gets a token, and shows it.</summary>
/// <param name="Challenge">Fails where the caller does not ask at all.</param>
/// <param name="Token">Whether it gets a token; null where it did not ask.</param>
/// <param name="Judgement">What the receiver makes of the token; null where there is none, or where who issues it is not configured.</param>
public sealed record CallOutcome(TraceStep Challenge, TraceStep? Token, TokenValidation? Judgement)
{
    /// <summary>The record of the authorization server that issues instead of the caller; null when the caller does, or does not come that
    /// far.</summary>
    public AuthorizationServer? Shared { get; init; }
}
