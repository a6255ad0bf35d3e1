using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is the token for this host? Compared without case (domain.md 5.5).</summary>
internal sealed class AudienceHostStage : ITokenStage
{
    public string Name => "audienceHost";

    public StageResult Check(TokenContext context)
    {
        var hosts = ReceiverNames.HostsOf(context.Receiver, context.State);
        var host = context.Audience.Host;
        return hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
            ? StageResult.Passed(host)
            : StageResult.Refused(
                FaultCatalogue.AudienceHost(host, hosts),
                context.IfDocumented(TokenDiagnostics.InvalidHost(context.Receiver.Fqdn, host)));
    }
}
