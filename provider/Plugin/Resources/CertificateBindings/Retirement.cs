using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Rollover;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>The last step of a rollover, where the stack asks for it: the previous certificate goes as soon as nothing that it signed
/// counts any more. Until then it stays, and the resource is as it should be.</summary>
internal static class Retirement
{
    /// <summary>Whether the next update will take the previous certificate away.</summary>
    public static async Task<bool> IsDueAsync(
        CertificateBindingInputs inputs, CertificateBindingOutputs recorded, ResourceDiff diff, CancellationToken cancellationToken)
    {
        if (!inputs.RetiresPrevious || recorded.PreviousThumbprint is null || diff.Installation.Find(inputs.Server.Value) is not { } server)
        {
            return false;
        }

        var engine = await diff.Run.OpenPlanningEngineAsync(cancellationToken);
        var record = await engine.Reader.FindCertificateBindingAsync(server, diff.Now, Silence.Instance, cancellationToken);
        return record is not null
            && SigningSince.Recall(record.Slots, diff.OldOutputs) is { Previous: not null } slots
            && RetirementRules.Obstacle(slots, server, diff.Now) is null;
    }

    /// <summary>The record without its previous certificate; as it is, with a warning, when it is too early for that.</summary>
    public static async Task<CertificateBindingRecord> CarryOutAsync(
        CertificateBindingRecord record, CertificateBindingInputs inputs, Func<CertificateBindingRecord, ResourceState> stateOf, Operation operation)
    {
        if (!inputs.RetiresPrevious || record.Slots.Previous is null || operation.Installation.Find(record.Server) is not { } server)
        {
            return record;
        }

        var slots = SigningSince.Recall(record.Slots, stateOf(record).Remembered);
        if (RetirementRules.Obstacle(slots, server, operation.Now) is { } obstacle)
        {
            await operation.WarnAsync(obstacle with { IsWarning = true });
            return record;
        }

        var request = new RetirePreviousCertificate(record.Server, slots.CurrentSince);
        var outcome = await operation.Engine.Writer.RetirePreviousCertificateAsync(request, operation.Progress, operation.CancellationToken);
        var retired = outcome.Require(stateOf);
        await outcome.TellRemarksAsync(operation);
        return retired;
    }
}
