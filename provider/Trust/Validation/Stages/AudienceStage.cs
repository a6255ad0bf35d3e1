using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is the token for the application that this server is? Compared case-sensitively (domain.md 5.5).</summary>
internal sealed class AudienceStage : ITokenStage
{
    public string Name => "audience";

    public StageResult Check(TokenContext context)
    {
        var diagnostics = context.IfDocumented(TokenDiagnostics.InvalidAudience);
        var text = context.Actor.Claims.Text(ClaimNames.Audience);
        if (!Audience.TryParse(text, out var audience))
        {
            return StageResult.Refused(FaultCatalogue.AudienceMalformed(text ?? context.Actor.Claims[ClaimNames.Audience].Described), diagnostics);
        }

        context.Audience = audience;
        var expected = ReceiverNames.PrincipalOf(context.Receiver, context.State).Application;
        return string.Equals(audience.Application, expected, StringComparison.Ordinal)
            ? StageResult.Passed(expected)
            : StageResult.Refused(FaultCatalogue.AudienceApplication(context.Receiver.Fqdn, audience.Application, expected), diagnostics);
    }
}
