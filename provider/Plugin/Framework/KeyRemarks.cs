using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Keys;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Warns of weak keys wherever they are read: they were chosen by others, and are no reason to refuse what works.</summary>
internal static class KeyRemarks
{
    /// <param name="owner">Whose keys they are.</param>
    /// <param name="keys">Null where they are not shown.</param>
    /// <param name="operation">Who hears of it.</param>
    public static async Task WarnAsync(string owner, IEnumerable<SigningCertificate>? keys, Operation operation)
    {
        foreach (var remark in KeyRules.Remarks(owner, keys))
        {
            await operation.WarnAsync(remark);
        }
    }

    /// <summary>Of a server's own certificates, those that sign or are about to.</summary>
    public static async Task WarnAsync(CertificateSlots slots, Operation operation)
    {
        SigningCertificate?[] signers = [slots.Current, slots.Next];
        foreach (var remark in signers.OfType<SigningCertificate>().SelectMany(KeyRules.Check))
        {
            await operation.WarnAsync(remark with { IsWarning = true });
        }
    }
}
