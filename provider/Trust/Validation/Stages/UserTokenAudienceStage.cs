using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is the user token for the same audience as its actor token? (domain.md 5.2)</summary>
internal sealed class UserTokenAudienceStage : ITokenStage
{
    public string Name => "userTokenAudience";

    public StageResult Check(TokenContext context)
    {
        if (context.User is null)
        {
            return StageResult.AppOnly;
        }

        var text = context.User.Claims.Text(ClaimNames.Audience);
        return Audience.TryParse(text, out var audience) && audience == context.Audience
            ? StageResult.Passed("the same as the actor token's")
            : StageResult.Refused(
                FaultCatalogue.UserTokenAudience(text, context.Audience.ToString()),
                context.IfDocumented(TokenDiagnostics.InvalidAudience));
    }
}
