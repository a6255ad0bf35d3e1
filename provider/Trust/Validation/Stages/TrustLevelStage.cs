using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Lync: may the partner call without a user, or for a user? A token from an authorization server is its consent (domain.md 4.1,
/// 5.8).</summary>
internal sealed class TrustLevelStage : ITokenStage
{
    public string Name => "trustLevel";

    public StageResult Check(TokenContext context)
    {
        if (context.Receiver.Product != ServerProduct.LyncServer)
        {
            return StageResult.Passed("not needed: only Lync has trust levels");
        }

        var name = context.Application.Name;
        var level = context.Application.TrustLevel ?? TrustLevel.Full;
        if (context.User is null)
        {
            return level == TrustLevel.User
                ? StageResult.Refused(FaultCatalogue.TrustLevelForbidsApplication(name, level))
                : StageResult.Passed($"{level}: it may call without a user");
        }

        return level == TrustLevel.Full || context.AuthorizationServer is not null
            ? StageResult.Passed($"{level}: it may act for the user")
            : StageResult.Refused(FaultCatalogue.TrustLevelForbidsUser(name, level));
    }
}
