using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Keys;

/// <summary>The key usage extension of a certificate (RFC 5280, 4.2.1.3). The products do not look at it; other software does.</summary>
internal static class KeyUsage
{
    /// <summary>The usages that stand there without <c>digitalSignature</c>, which a token's signature is; null when it is among them, and when the
    /// certificate does not say.</summary>
    public static string? OtherThanSigning(SigningCertificate certificate)
    {
        try
        {
            using var loaded = X509CertificateLoader.LoadCertificate(certificate.Der.AsSpan());
            return loaded.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } extension ? OtherThanSigning(extension.KeyUsages) : null;
        }
        catch (Exception failure) when (UnreadableBytes.Caused(failure))
        {
            return null;
        }
    }

    private static string? OtherThanSigning(X509KeyUsageFlags usages)
    {
        (X509KeyUsageFlags Usage, string Name)[] names =
        [
            (X509KeyUsageFlags.NonRepudiation, "nonRepudiation"),
            (X509KeyUsageFlags.KeyEncipherment, "keyEncipherment"),
            (X509KeyUsageFlags.DataEncipherment, "dataEncipherment"),
            (X509KeyUsageFlags.KeyAgreement, "keyAgreement"),
            (X509KeyUsageFlags.KeyCertSign, "keyCertSign"),
            (X509KeyUsageFlags.CrlSign, "cRLSign"),
        ];
        return usages.HasFlag(X509KeyUsageFlags.DigitalSignature)
            ? null
            : string.Join(", ", names.Where(entry => usages.HasFlag(entry.Usage)).Select(entry => entry.Name).DefaultIfEmpty("nothing"));
    }
}
