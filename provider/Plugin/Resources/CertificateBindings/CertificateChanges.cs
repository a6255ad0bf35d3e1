using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>Whether a change of a certificate binding binds a certificate, or leaves the one that is bound where it is.</summary>
/// <param name="Old">The inputs before.</param>
/// <param name="New">The inputs now; parts may be unknown.</param>
/// <param name="Recorded">What the state knows.</param>
/// <param name="Now">When it is changed.</param>
internal sealed record CertificateChanges(
    CertificateBindingInputs Old, CertificateBindingInputs New, CertificateBindingOutputs Recorded, DateTimeOffset Now)
{
    /// <summary>A generated certificate is kept as long as its wish and its date stay: generating again would roll the key. A given one may
    /// have to be put back.</summary>
    public bool MayBindAnew => IsOfAnotherSource || New.Wish is null || IsDue;

    /// <summary>Whether a generated certificate has come so near to its end that another takes its place.</summary>
    public bool IsRenewal => New.Wish is not null && !IsOfAnotherSource && IsDue;

    public bool IsAtAnotherDate => Old.Effective != New.Effective;

    private bool IsDue => Renewal.IsDue(Recorded, New, Now);

    private bool IsOfAnotherSource =>
        Old.WrittenSource is not { } before || before.ContainsUnknown() || New.WrittenSource is not { } after || after.ContainsUnknown()
        || !NormalForm.MeanTheSame(CertificateBindingInputs.SourceName, before, after);

    public static CertificateChanges Of(ResourceChange change, DateTimeOffset now) => new(
        CertificateBindingInputs.Read(change.OldInputs),
        CertificateBindingInputs.Read(change.NewInputs),
        CertificateBindingOutputs.Read(change.OldOutputs),
        now);

    /// <summary>Null for a creation.</summary>
    public static CertificateChanges? Of(ResourcePlan plan) =>
        plan.OldInputs is { } old ? Of(new ResourceChange(plan.Id, old, plan.OldOutputs, plan.Inputs), plan.Now) : null;

    public async Task<bool> BindsAnewAsync(Server server, CertificateSources sources, Operation operation) =>
        MayBindAnew && !await WouldWithdrawAsync(server, sources, operation);

    /// <summary>Whether binding again a given certificate that signs, and stays declared as it was, would only take away what an operator staged to
    /// follow it. Where nothing is staged, binding again brings back a key that the server has lost.</summary>
    private async Task<bool> WouldWithdrawAsync(Server server, CertificateSources sources, Operation operation)
    {
        if (IsOfAnotherSource || IsAtAnotherDate || sources.Named(New) is not { } named)
        {
            return false;
        }

        var record = await operation.FindCertificateBindingAsync(server);
        return record is { Slots: { Current: { } signs, Next: not null } } && signs.Thumbprint == named;
    }
}
