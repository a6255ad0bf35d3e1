using System.Globalization;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Both tokens say from when to when they count; clocks may differ a little (domain.md 5.4).</summary>
internal static class LifetimeRules
{
    private const string Expected = "whole Unix seconds, as a string or a number.";

    public static StageResult Check(TokenClaims claims, string subject, TokenContext context)
    {
        if (claims.Time(ClaimNames.NotBefore) is not { } from)
        {
            return StageResult.Refused(Missing(claims, subject, ClaimNames.NotBefore));
        }

        if (claims.Time(ClaimNames.Expires) is not { } to)
        {
            return StageResult.Refused(Missing(claims, subject, ClaimNames.Expires));
        }

        var skew = context.ClockSkew;
        return to <= from ? StageResult.Refused(FaultCatalogue.TokenLifetimeReversed(subject, from, to))
            : from - context.At > skew ? StageResult.Refused(FaultCatalogue.TokenNotYetValid(subject, from, context.At, skew))
            : context.At - to > skew ? StageResult.Refused(FaultCatalogue.TokenExpired(subject, to, context.At, skew))
            : StageResult.Passed($"until {to.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}");
    }

    private static Fault Missing(TokenClaims claims, string subject, string claim) =>
        FaultCatalogue.TokenClaim(subject, claim, claims[claim].Described, Expected);
}
