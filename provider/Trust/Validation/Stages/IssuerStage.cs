using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Does the receiver know who issued the token: a partner that issues for itself, or an authorization server? (domain.md 5.5)</summary>
internal sealed class IssuerStage : ITokenStage
{
    public string Name => "issuer";

    public StageResult Check(TokenContext context)
    {
        if (!PrincipalName.TryParse(context.Actor.Claims.Text(ClaimNames.Issuer), out var issuer))
        {
            return StageResult.Refused(FaultCatalogue.TokenClaim(
                "The actor token", ClaimNames.Issuer, context.Actor.Claims[ClaimNames.Issuer].Described, "\"application@realm\"."));
        }

        context.Issuer = issuer;
        var name = issuer.ToString();
        var direct = PartnerRecords.OfIssuer(context, name);
        if (!direct.IsEmpty)
        {
            context.Applications = direct;
            return StageResult.Passed($"{name}, partner application \"{direct[0].Name}\"");
        }

        context.AuthorizationServer = PartnerRecords.AuthorizationServerOf(context, name);
        return context.AuthorizationServer is { } server
            ? StageResult.Passed($"{name}, authorization server \"{server.Name}\"")
            : StageResult.Refused(FaultCatalogue.IssuerUnknown(context.Receiver.Fqdn, name, PartnerRecords.NearMissOf(context, issuer)));
    }
}
