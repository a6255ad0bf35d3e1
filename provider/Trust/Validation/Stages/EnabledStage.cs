using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is the partner's record switched on? (domain.md 4.1, 4.3)</summary>
internal sealed class EnabledStage : ITokenStage
{
    public string Name => "enabled";

    public StageResult Check(TokenContext context)
    {
        if (!context.Application.Enabled)
        {
            return StageResult.Refused(FaultCatalogue.PartnerDisabled(context.Receiver.Fqdn, context.Application.Name));
        }

        if (context.Applications.Length > 1)
        {
            context.Applications = context.Applications.RemoveAll(record => !record.Enabled);
        }

        return StageResult.Passed("the record is enabled");
    }
}
