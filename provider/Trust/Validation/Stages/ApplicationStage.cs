using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Who calls? A partner that issues for itself names itself, on SharePoint also another where it is a trust broker; an authorization server
/// names a registered application.</summary>
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
            return client == context.Issuer ? StageResult.Passed($"{client}, in its own name") : OfBroker(context, client);
        }

        context.Applications = PartnerRecords.BehindAuthorizationServer(context, client);
        return context.Applications.IsEmpty
            ? StageResult.Refused(FaultCatalogue.ApplicationUnknown(
                context.Receiver.Fqdn, client.ToString(), ProductFeatures.PartnersBehindAuthorizationServers.Contains(context.Receiver.Product)))
            : StageResult.Passed($"{client}, partner application \"{context.Application.Name}\"");
    }

    /// <summary>SharePoint lets a trust broker name applications beside itself (domain.md 4.7).</summary>
    private static StageResult OfBroker(TokenContext context, PrincipalName client)
    {
        var brokers = context.Receiver.Product == ServerProduct.SharePointServer
            ? context.Applications.RemoveAll(record => !record.IsTrustBroker)
            : [];
        if (brokers.IsEmpty)
        {
            return StageResult.Refused(FaultCatalogue.IssuerSpeaksForAnother(context.Issuer.ToString(), client.ToString()));
        }

        context.Applications = brokers;
        return StageResult.Passed($"{client}, for which the trust broker \"{context.Application.Name}\" speaks");
    }
}
