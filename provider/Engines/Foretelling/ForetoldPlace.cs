using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Foretelling;

/// <summary>Where a check calls, and what it will meet there.</summary>
/// <param name="Url">Where.</param>
/// <param name="Challenge">What becomes of asking whose tokens are taken.</param>
internal sealed record ForetoldPlace(Uri Url, TraceStep Challenge)
{
    /// <summary>Who answers; null for a host of the world outside.</summary>
    public Server? Server { get; init; }

    /// <summary>What of the server answers; null for a host of the world outside.</summary>
    public TokenService? Service { get; init; }

    /// <summary>What the evaluator says of the call; null for a host of the world outside.</summary>
    public CallOutcome? Outcome { get; init; }

    /// <summary>What a host of the world outside answered.</summary>
    public BearerChallenge? Answered { get; init; }

    public TokenValidation? Judgement => Outcome?.Judgement;
}
