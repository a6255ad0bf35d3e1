using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Exchange: an application that acts as itself has the rights of its linked account; for a user, the user's own count
/// (domain.md 5.8, 8 row 10).</summary>
internal sealed class LinkedAccountStage : ITokenStage
{
    public string Name => "linkedAccount";

    public StageResult Check(TokenContext context)
    {
        if (context.Receiver.Product != ServerProduct.ExchangeServer)
        {
            return StageResult.Passed("not needed: only Exchange has linked accounts");
        }

        if (context.User is not null)
        {
            return StageResult.Passed("not needed: the user's own rights count");
        }

        var application = context.Application;
        var diagnostics = TokenDiagnostics.NoPermission(application.ApplicationIdentifier);
        return application.LinkedAccount is not { } account ? StageResult.Refused(FaultCatalogue.LinkedAccountMissing(application.Name), diagnostics)
            : account.Roles.IsEmpty ? StageResult.Refused(FaultCatalogue.LinkedAccountWithoutRoles(application.Name, account), diagnostics)
            : StageResult.Passed($"{account.Name} with {string.Join(", ", account.Roles)}");
    }
}
