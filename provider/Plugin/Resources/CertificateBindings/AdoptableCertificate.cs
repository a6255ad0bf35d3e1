using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>What is bound already, where it is just what is asked for, and its making was interrupted: to generate another would roll the key and
/// lose the one before.</summary>
internal static class AdoptableCertificate
{
    /// <summary>Null where the certificate is to be made.</summary>
    public static async Task<CertificateBindingRecord?> FindAsync(
        CertificateBindingInputs inputs, ResourceCreation creation, Operation operation)
    {
        if (creation.Adoptable.IsEmpty || inputs.Wish is not { } wish || inputs.EffectiveDate.IsGiven
            || operation.Installation.Find(inputs.Server.Value) is not { } server)
        {
            return null;
        }

        var record = await operation.FindCertificateBindingAsync(server);
        return record is { Generated: not false, Slots: { Current: { } current, Next: null } }
            && IsAsAskedFor(current, wish.For(server), operation.Now)
            ? record
            : null;
    }

    private static bool IsAsAskedFor(SigningCertificate certificate, CertificateSource.Generated wish, DateTimeOffset now) =>
        certificate.Subject == wish.Subject
        && certificate.KeySize == wish.KeySize
        && certificate.ValidityDays == wish.ValidityDays
        && certificate.IsValidAt(now);
}
