using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Who calls? A partner that issues for itself names itself; an authorization server names a registered application.</summary>
internal sealed class ApplicationStage : ITokenStage
{
    public string Name => "application";

    public StageResult Check(TokenContext context)
    {
        if (!PrincipalName.TryParse(context.Actor.Claims.Text(ClaimNames.NameId), out var client))
        {
            return StageResult.Refused(FaultCatalogue.TokenClaim(
                "The actor token", ClaimNames.NameId, context.Actor.Claims[ClaimNames.NameId].Described, "\"application@realm\"."));
        }

        context.Client = client;
        if (context.AuthorizationServer is null)
        {
            return client == context.Issuer
                ? StageResult.Passed($"{client}, in its own name")
                : StageResult.Refused(FaultCatalogue.IssuerSpeaksForAnother(context.Issuer.ToString(), client.ToString()));
        }

        context.Applications = PartnerRecords.BehindAuthorizationServer(context, client);
        return context.Applications.IsEmpty
            ? StageResult.Refused(FaultCatalogue.ApplicationUnknown(context.Receiver.Fqdn, client.ToString()))
            : StageResult.Passed($"{client}, partner application \"{context.Application.Name}\"");
    }
}
