using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is there a signed token of the application, alone or inside the user token? The claim has two names (domain.md 5.2).</summary>
internal sealed class ActorTokenStage : ITokenStage
{
    private const string Subject = "The actor token";

    public string Name => "actorToken";

    public StageResult Check(TokenContext context)
    {
        Fault? fault = null;
        var actor = context.User is null ? context.Received : ReadInside(context.User.Claims, context.Limits, out fault);
        if (actor is null)
        {
            return StageResult.Refused(fault!);
        }

        if (actor.Claims.Has(ClaimNames.ActorToken) || actor.Claims.Has(ClaimNames.ActorTokenOfExchange))
        {
            return StageResult.Refused(FaultCatalogue.ActorTokenNested());
        }

        context.Actor = actor;
        return StageResult.Passed(context.User is null ? "the token itself" : "inside the user token");
    }

    private static CompactToken? ReadInside(TokenClaims claims, TokenLimits limits, out Fault? fault)
    {
        var text = claims.Text(ClaimNames.ActorToken);
        var other = claims.Text(ClaimNames.ActorTokenOfExchange);
        if (text is null && other is null)
        {
            fault = FaultCatalogue.ActorTokenMissing();
            return null;
        }

        if (claims.Has(ClaimNames.ActorToken) && claims.Has(ClaimNames.ActorTokenOfExchange) && text != other)
        {
            fault = FaultCatalogue.ActorTokenAmbiguous();
            return null;
        }

        var actor = CompactTokenReader.Read(text ?? other, Subject, limits, out fault);
        fault ??= HeaderRules.Check(actor!.Header, Subject) ?? CheckAlgorithm(actor.Header);
        return fault is null ? actor : null;
    }

    private static Fault? CheckAlgorithm(TokenClaims header) =>
        header.Text(ClaimNames.Algorithm) is var algorithm && algorithm != HeaderRules.Signed
            ? FaultCatalogue.TokenAlgorithm(Subject, algorithm, HeaderRules.OnlySigned)
            : null;
}
