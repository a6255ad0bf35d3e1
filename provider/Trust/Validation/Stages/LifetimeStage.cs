namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is it the actor token's time?</summary>
internal sealed class LifetimeStage : ITokenStage
{
    public string Name => "lifetime";

    public StageResult Check(TokenContext context) => LifetimeRules.Check(context.Actor.Claims, "The actor token", context);
}
