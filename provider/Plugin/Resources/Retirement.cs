using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Rollover;

namespace PartnerTrust.Plugin.Resources;

/// <summary>The last step of a rollover, where the stack asks for it: the previous certificate goes as soon as nothing that it signed
/// counts any more. Until then it stays, and the resource is as it should be.</summary>
internal static class Retirement
{
    public static bool IsWanted(PropertyMap inputs) => inputs.Flag("retirePrevious") is true;

    /// <summary>Whether the next update will take the previous certificate away.</summary>
    public static async Task<bool> IsDueAsync(ResourceComparison comparison, CancellationToken cancellationToken)
    {
        if (!IsWanted(comparison.NewInputs) || !comparison.OldOutputs.Has("previousThumbprint")
            || comparison.Installation.Find(comparison.NewInputs.Text("server")) is not { } server)
        {
            return false;
        }

        var engine = await comparison.Session.OpenPlanningEngineAsync(cancellationToken);
        var record = await engine.Reader.FindCertificateBindingAsync(server, comparison.Now, Silence.Instance, cancellationToken);
        return record is not null && SigningSince.Recall(record.Slots, comparison.OldOutputs) is { Previous: not null } slots && RetirementRules.Obstacle(slots, server, comparison.Now) is null;
    }

    /// <summary>The record without its previous certificate; as it is, with a warning, when it is too early for that.</summary>
    public static async Task<CertificateBindingRecord> CarryOutAsync(
        CertificateBindingRecord record, PropertyMap inputs, Func<CertificateBindingRecord, ResourceState> stateOf, Operation operation)
    {
        if (!IsWanted(inputs) || record.Slots.Previous is null || operation.Installation.Find(record.Server) is not { } server)
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
        return outcome.Require(stateOf);
    }
}
