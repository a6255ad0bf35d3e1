namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is it the user token's time?</summary>
internal sealed class UserTokenLifetimeStage : ITokenStage
{
    public string Name => "userTokenLifetime";

    public StageResult Check(TokenContext context) =>
        context.User is null ? StageResult.AppOnly : LifetimeRules.Check(context.User.Claims, "The user token", context);
}
