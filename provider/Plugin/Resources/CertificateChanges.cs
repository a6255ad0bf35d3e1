using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Diffing;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Which changes of a certificate binding bind a certificate, and which leave the one that is bound where it is.</summary>
internal static class CertificateChanges
{
    /// <summary>A generated certificate is kept as long as its wish and its date stay: generating again would roll the key. A given one may
    /// have to be put back.</summary>
    public static bool MayBindAnew(PropertyMap oldInputs, PropertyMap newInputs, PropertyMap oldOutputs, DateTimeOffset now) =>
        IsOfAnotherSource(oldInputs, newInputs)
        || GeneratedCertificates.Wish(newInputs) is null
        || Renewal.Of(oldOutputs, newInputs, now) is not null;

    public static async Task<bool> BindAnewAsync(Server server, ResourceChange change, Operation operation) =>
        MayBindAnew(change.OldInputs, change.NewInputs, change.OldOutputs, operation.Now)
        && !await WouldWithdrawAsync(server, change, operation);

    /// <summary>Whether a generated certificate has come so near to its end that another takes its place.</summary>
    public static bool IsRenewal(ResourceChange change, DateTimeOffset now) =>
        GeneratedCertificates.Wish(change.NewInputs) is not null
        && !IsOfAnotherSource(change.OldInputs, change.NewInputs)
        && Renewal.Of(change.OldOutputs, change.NewInputs, now) is not null;

    public static bool IsAtAnotherDate(PropertyMap oldInputs, PropertyMap newInputs) =>
        Instant.Parse(oldInputs.Text("effectiveDate")) != Instant.Parse(newInputs.Text("effectiveDate"));

    /// <summary>Whether binding again a given certificate that signs, and stays declared as it was, would only take away what an operator staged to
    /// follow it. Where nothing is staged, binding again brings back a key that the server has lost.</summary>
    private static async Task<bool> WouldWithdrawAsync(Server server, ResourceChange change, Operation operation)
    {
        if (IsOfAnotherSource(change.OldInputs, change.NewInputs) || IsAtAnotherDate(change.OldInputs, change.NewInputs)
            || CertificateSources.Named(change.NewInputs, operation.Session) is not { } named)
        {
            return false;
        }

        var record = await operation.FindCertificateBindingAsync(server);
        return record is { Slots: { Current: { } signs, Next: not null } } && signs.Thumbprint == named;
    }

    private static bool IsOfAnotherSource(PropertyMap oldInputs, PropertyMap newInputs) =>
        !oldInputs.TryGetValue("source", out var old) || old.ContainsUnknown() || !newInputs.TryGetValue("source", out var now)
        || now.ContainsUnknown() || !NormalForm.MeanTheSame("source", old, now);
}
