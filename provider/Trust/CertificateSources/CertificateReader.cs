using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;

namespace PartnerTrust.Trust.CertificateSources;

/// <summary>Reads certificates as administrators have them: DER or PEM for public ones, PFX or PEM for those with a private key.
/// Everything unreadable is a numbered fault; a password never appears in one.</summary>
public static class CertificateReader
{
    private static readonly DateTimeOffset WithoutEnd = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>The public half of a certificate in DER form, behind which nothing stands.</summary>
    public static SigningCertificate Read(ReadOnlySpan<byte> der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            return IsFollowed(der, certificate) ? throw new FaultException(FaultCatalogue.CertificateUnreadable(der.Length)) : Describe(certificate);
        }
        catch (Exception failure) when (UnreadableBytes.Caused(failure))
        {
            throw new FaultException(FaultCatalogue.CertificateUnreadable(der.Length), failure);
        }
    }

    /// <summary>The first certificate of a PEM text; private keys in it are refused.</summary>
    public static SigningCertificate ReadPem(string pem)
    {
        if (pem.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw new FaultException(FaultCatalogue.PrivateKeyUnwanted());
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            return Describe(certificate);
        }
        catch (Exception failure) when (UnreadableBytes.Caused(failure))
        {
            throw new FaultException(FaultCatalogue.CertificateUnreadable(pem.Length), failure);
        }
    }

    /// <summary>A certificate with its private key, from PFX bytes or PEM text.</summary>
    public static CertificateWithKey ReadPfxOrPem(ReadOnlySpan<byte> content, string? password) =>
        content.IndexOf("-----BEGIN"u8) >= 0
            ? PemWithKey.Read(Encoding.UTF8.GetString(content), password)
            : PfxWithKey.Read(content, password);

    internal static SigningCertificate Describe(X509Certificate2 certificate)
    {
        var (algorithm, keySize) = KeyOf(certificate);
        return new SigningCertificate(
            [.. certificate.RawData],
            Thumbprint.OfCertificate(certificate.RawData),
            certificate.Subject,
            certificate.Issuer,
            certificate.SerialNumber,
            Instant(certificate.NotBefore),
            Instant(certificate.NotAfter),
            algorithm,
            keySize);
    }

    /// <summary>The platforms tell local times, and cut off at the end of the calendar what is later east of Greenwich: the last second of the year
    /// 9999 in UTC, which says that a certificate has no end (RFC 5280, 4.1.2.5).</summary>
    internal static DateTimeOffset Instant(DateTime local) =>
        local.Ticks == DateTime.MaxValue.Ticks ? WithoutEnd : new DateTimeOffset(local.ToUniversalTime(), TimeSpan.Zero);

    /// <summary>The platforms pass over what stands behind a certificate. (PEM in place of DER is another length.)</summary>
    private static bool IsFollowed(ReadOnlySpan<byte> der, X509Certificate2 certificate) =>
        der[0] == 0x30 && der.Length > certificate.RawDataMemory.Length;

    private static (string Algorithm, int KeySize) KeyOf(X509Certificate2 certificate)
    {
        // Such keys the platforms do not open; that they are no good is to be said of them, not that they are unreadable.
        if (RsaPublicKey.Find(certificate) is { } key && !KeyReview.HasUsableExponent(key))
        {
            return ("RSA", (int)key.Modulus.GetBitLength());
        }

        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
        {
            return ("RSA", rsa.KeySize);
        }

        using var ec = certificate.GetECDsaPublicKey();
        return ec is not null
            ? ("ECDSA", ec.KeySize)
            : (certificate.PublicKey.Oid.FriendlyName ?? certificate.GetKeyAlgorithm(), 0);
    }
}
