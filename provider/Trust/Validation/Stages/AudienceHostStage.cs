using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is the token for this host? Compared without case (domain.md 5.5).</summary>
internal sealed class AudienceHostStage : ITokenStage
{
    public string Name => "audienceHost";

    public StageResult Check(TokenContext context)
    {
        var host = context.Audience.Host;
        return ReceiverNames.Answers(context.Receiver, context.State, host)
            ? StageResult.Passed(host)
            : StageResult.Refused(
                FaultCatalogue.AudienceHost(host, ReceiverNames.HostsOf(context.Receiver, context.State)),
                context.IfDocumented(TokenDiagnostics.InvalidHost(context.Receiver.Fqdn, host)));
    }
}
