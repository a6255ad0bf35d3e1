using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Does the server answer for the realm? Compared case-sensitively with what is listed explicitly (domain.md 1.3, 5.5, 8 row 9) and,
/// on Exchange, with the id that the caller's record gives as its realm (domain.md 4.3).</summary>
internal sealed class AudienceRealmStage : ITokenStage
{
    public string Name => "audienceRealm";

    public StageResult Check(TokenContext context)
    {
        var realm = context.Audience.Realm;
        ImmutableArray<string> accepted = [.. ReceiverNames.RealmsOf(context.Receiver, context.State), .. RecordedIds(context)];
        return accepted.Contains(realm, StringComparer.Ordinal)
            ? StageResult.Passed(realm)
            : StageResult.Refused(
                FaultCatalogue.AudienceRealm(
                    context.Receiver.Fqdn, realm, accepted, RealmRules.CoveringWildcard(context.Receiver, realm) is not null),
                context.IfDocumented(TokenDiagnostics.TenantDoesNotExist(realm)));
    }

    private static IEnumerable<string> RecordedIds(TokenContext context) => context.Receiver.Product == ServerProduct.ExchangeServer
        ? context.Applications.Select(application => application.Realm).Where(RealmRules.IsId).Distinct(StringComparer.Ordinal)
        : [];
}
