using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Do the user's addresses lead to exactly one mailbox? (domain.md 5.5, 8 rows 11 and 32)</summary>
internal sealed class UserStage : ITokenStage
{
    public string Name => "user";

    public StageResult Check(TokenContext context)
    {
        if (context.User is null)
        {
            return StageResult.AppOnly;
        }

        var named = UserAddressClaims.Of(context.User.Claims);
        if (named.NameId is null)
        {
            return StageResult.Refused(FaultCatalogue.UserContextMissing("has no \"nameid\""));
        }

        var byIdentifierOnly = named is { SecurityIdentifier: not null, Smtp: null, Sip: null, Upn: null };
        if (byIdentifierOnly && !TakesIdentifiers(context))
        {
            return StageResult.Refused(FaultCatalogue.SecurityIdentifierNotAccepted(context.Application.Name));
        }

        return Resolve(context, named);
    }

    private static StageResult Resolve(TokenContext context, UserAddressClaims named)
    {
        var accepted = TakesIdentifiers(context);
        var found = context.State.Mailboxes.Values.Where(mailbox => IsKnown(context, mailbox) && named.Name(mailbox, accepted)).Take(3).ToList();
        switch (found.Count)
        {
            case 0 when !context.State.MailboxesAreComplete:
                return StageResult.Open($"whether {named.Sip ?? named.Smtp ?? named.Upn ?? named.NameId} has a mailbox is not known here");
            case 0:
                return StageResult.Refused(
                    FaultCatalogue.UserUnknown(context.Receiver.Fqdn, named.Sip ?? named.Smtp ?? named.Upn ?? named.NameId!),
                    context.IfDocumented(TokenDiagnostics.UserDoesNotExist));
            case 1:
                context.Mailbox = found[0];
                return StageResult.Passed(found[0].SmtpAddress);
            default:
                return StageResult.Refused(FaultCatalogue.UserAmbiguous(context.Receiver.Fqdn, named.NameId!, found.Count));
        }
    }

    /// <summary>SharePoint finds users by them always (domain.md 5.2, 5.5); the others where the partner's record says so.</summary>
    private static bool TakesIdentifiers(TokenContext context) =>
        context.Receiver.Product == ServerProduct.SharePointServer || context.Application.AcceptSecurityIdentifierInformation;

    private static bool IsKnown(TokenContext context, Mailbox mailbox) =>
        Organization.Knows(context.Receiver, mailbox, context.State.Servers);
}
