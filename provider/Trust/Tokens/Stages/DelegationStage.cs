using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Tokens.Stages;

/// <summary>Was the actor token issued to act for users? Without this, whoever gets hold of an app-only token could put any user around it
/// (domain.md 5.1, 5.2).</summary>
internal sealed class DelegationStage : ITokenStage
{
    public string Name => "delegation";

    public StageResult Check(TokenContext context)
    {
        if (context.User is null)
        {
            return StageResult.AppOnly;
        }

        var delegation = context.Actor.Claims.Text(ClaimNames.TrustedForDelegation);
        return delegation == "true"
            ? StageResult.Passed("the actor token may act for users")
            : StageResult.Refused(FaultCatalogue.DelegationNotAllowed(delegation));
    }
}
