using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Does the user token come from the application that the actor token names? This is all that ties the unsigned token to a
/// signature, and it is compared case-sensitively (domain.md 5.5).</summary>
internal sealed class UserTokenIssuerStage : ITokenStage
{
    public string Name => "userTokenIssuer";

    public StageResult Check(TokenContext context)
    {
        if (context.User is null)
        {
            return StageResult.AppOnly;
        }

        var issuer = context.User.Claims.Text(ClaimNames.Issuer);
        var nameId = context.Actor.Claims.Text(ClaimNames.NameId)!;
        return string.Equals(issuer, nameId, StringComparison.Ordinal)
            ? StageResult.Passed(nameId)
            : StageResult.Refused(FaultCatalogue.UserTokenIssuer(issuer, nameId));
    }
}
