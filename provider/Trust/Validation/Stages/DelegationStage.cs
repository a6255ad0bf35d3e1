using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Does the actor token forbid acting for users? Only an explicit word counts: not every product writes the claim, and none is
/// documented to ask for it (domain.md 5.1, 5.2, 5.5).</summary>
internal sealed class DelegationStage : ITokenStage
{
    public string Name => "delegation";

    public StageResult Check(TokenContext context)
    {
        if (context.User is null)
        {
            return StageResult.AppOnly;
        }

        if (!context.Actor.Claims.Has(ClaimNames.TrustedForDelegation))
        {
            return StageResult.Passed("the actor token does not forbid to act for users");
        }

        return context.Actor.Claims.Text(ClaimNames.TrustedForDelegation) == "true"
            ? StageResult.Passed("the actor token may act for users")
            : StageResult.Refused(FaultCatalogue.DelegationNotAllowed(context.Actor.Claims[ClaimNames.TrustedForDelegation].Described));
    }
}
