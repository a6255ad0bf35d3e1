using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation;

/// <summary>What a receiver may set about validation.</summary>
public sealed record TokenValidationOptions
{
    public static TokenValidationOptions Default { get; } = new();

    /// <summary>How far clocks may differ. No document fixes it; servers whose clocks differ more have other troubles (domain.md 5.4).</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    public TokenLimits Limits { get; init; } = TokenLimits.Default;
}
