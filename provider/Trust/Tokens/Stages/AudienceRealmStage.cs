using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Trust.Tokens.Stages;

/// <summary>Does the server answer for the realm? Compared case-sensitively with what is listed explicitly (domain.md 1.3, 5.5, 8 row 9).</summary>
internal sealed class AudienceRealmStage : ITokenStage
{
    public string Name => "audienceRealm";

    public StageResult Check(TokenContext context)
    {
        var realm = context.Audience.Realm;
        var accepted = ReceiverNames.RealmsOf(context.Receiver, context.State);
        return accepted.Contains(realm, StringComparer.Ordinal)
            ? StageResult.Passed(realm)
            : StageResult.Refused(
                FaultCatalogue.AudienceRealm(context.Receiver.Fqdn, realm, accepted, RealmRules.CoveringWildcard(context.Receiver, realm) is not null),
                context.IfDocumented(TokenDiagnostics.TenantDoesNotExist(realm)));
    }
}
