using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>The writing of one binding: its calls to the engine, and the state of the resource after each.</summary>
/// <param name="Inputs">What the program asks for.</param>
/// <param name="Recorded">The outputs before; empty for a new resource.</param>
/// <param name="Declared">The thumbprint that the resource stays about; null where it is about what is bound now.</param>
/// <param name="Operation">The operation that writes.</param>
internal sealed record CertificateWriting(PropertyMap Inputs, PropertyMap Recorded, string? Declared, Operation Operation)
{
    private readonly CertificateBindingInputs inputs = CertificateBindingInputs.Read(Inputs);

    public async Task<CertificateBindingRecord> BindAsync(BindCertificate request)
    {
        var outcome = await Operation.Engine.Writer.BindCertificateAsync(request, Operation.Progress, Operation.CancellationToken);
        var record = outcome.Require(StateOf);
        await outcome.TellRemarksAsync(Operation);
        return record;
    }

    /// <summary>Binding again what is bound does what its making left undone: on Exchange it may be staged for a moment that has passed, and not be
    /// published.</summary>
    public async Task<CertificateBindingRecord> BindAgainAsync(CertificateBindingRecord record) =>
        (record.Slots.Next ?? record.Slots.Current) is { } newest
            ? await BindAsync(new BindCertificate(record.Server, new CertificateSource.Stored(newest.Thumbprint), record.Slots.NextEffectiveDate))
            : record;

    /// <summary>Binding again what is bound carries it to the members that lack it.</summary>
    public async Task<CertificateBindingRecord> CompletePoolAsync(CertificateBindingRecord record)
    {
        if (record.MemberFaults.IsEmpty)
        {
            return record;
        }

        var completed = await BindAgainAsync(record);
        await WarnAsync(completed, Operation);
        return completed;
    }

    /// <summary>The certificate is bound by now; what it replaced may go.</summary>
    public Task<ResourceState> FinishAsync(CertificateBindingRecord record) => LaterStep.RunAsync(
        StateOf(record),
        "the previous certificate was not retired.",
        async () => StateOf(await Retirement.CarryOutAsync(record, inputs, StateOf, Operation)));

    public ResourceState StateOf(CertificateBindingRecord record)
    {
        var outputs = CertificateBindingOutputs.Write(record, BoundCertificate.Of(record.Slots, Declared));
        var isDue = Renewal.IsDue(CertificateBindingOutputs.Read(outputs), inputs, Operation.Now);
        return new ResourceState(record.Server, Inputs, outputs.Set(CertificateBindingOutputs.RenewalDueName, isDue))
        {
            Remembered = SigningSince.Remember(record.Slots, Recorded, Operation.Now),
            RefreshBeforeUpdate = record.Slots.Next is not null,
        };
    }

    /// <summary>Tells which members cannot sign with what is bound.</summary>
    public static async Task WarnAsync(CertificateBindingRecord record, Operation operation)
    {
        foreach (var lacking in record.MemberFaults)
        {
            await operation.WarnAsync(lacking.Fault with { IsWarning = true });
        }
    }
}
