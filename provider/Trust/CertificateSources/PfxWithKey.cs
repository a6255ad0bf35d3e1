using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;

namespace PartnerTrust.Trust.CertificateSources;

/// <summary>A PKCS#12 file that holds one certificate with its private key, and perhaps the chain above it.</summary>
internal static class PfxWithKey
{
    private const string Stretched = "its password is stretched by more than 300000 iterations, which keeps busy whoever opens it";
    private const string WithFewer = "Export it again with fewer iterations (\"openssl pkcs12 -export -iter 100000\").";

    private const string TooMuch = "it holds more certificates or keys than are read";
    private const string WithOne = "Export the certificate with its key alone.";

    private const string OfOldCipher = "it is encrypted with RC2, which the cryptographic library of this machine does not have";
    private const string WithNewCipher = "Export it again with AES (\"Export-PfxCertificate -CryptoAlgorithmOption AES256_SHA256\").";
    private const string UnsupportedByOpenSsl = "error:0308010C:";
    private const int InvalidPassword = unchecked((int)0x80070056);

    private const X509KeyStorageFlags InMemory = X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable;

    /// <summary>pbeWithSHAAnd40BitRC2-CBC, 1.2.840.113549.1.12.1.6 (RFC 7292, C), with its tag and length.</summary>
    private static ReadOnlySpan<byte> Rc2Of40Bits => [0x06, 0x0a, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01, 0x06];

    public static CertificateWithKey Read(ReadOnlySpan<byte> content, string? password)
    {
        var all = Load(content, password);
        try
        {
            return Only(all, content.Length) with { KeyProvider = KeyProviders.In(content) };
        }
        finally
        {
            foreach (var certificate in all)
            {
                certificate.Dispose();
            }
        }
    }

    private static X509Certificate2Collection Load(ReadOnlySpan<byte> content, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12Collection(content, password, InMemory);
        }
        catch (CryptographicException failure) when (failure.HResult == InvalidPassword)
        {
            throw new FaultException(
                string.IsNullOrEmpty(password) ? FaultCatalogue.PasswordMissing() : FaultCatalogue.PasswordWrong());
        }
        catch (Pkcs12LoadLimitExceededException failure)
        {
            var isStretched = failure.Message.Contains("Iteration", StringComparison.Ordinal);
            throw new FaultException(
                isStretched ? FaultCatalogue.CertificateUnreadable(content.Length, Stretched, WithFewer)
                    : FaultCatalogue.CertificateUnreadable(content.Length, TooMuch, WithOne),
                failure);
        }
        catch (Exception failure) when (UnreadableBytes.Caused(failure))
        {
            throw new FaultException(Weakness(content, password) ?? Unreadable(content, failure), failure);
        }
    }

    /// <summary>Windows encrypted certificates with RC2 for long; libraries that have it no more read such a file nowhere.</summary>
    internal static Fault Unreadable(ReadOnlySpan<byte> content, Exception failure) =>
        failure.Message.StartsWith(UnsupportedByOpenSsl, StringComparison.Ordinal) && content.IndexOf(Rc2Of40Bits) >= 0
            ? FaultCatalogue.CertificateUnreadable(content.Length, OfOldCipher, WithNewCipher)
            : FaultCatalogue.CertificateUnreadable(content.Length);

    /// <summary>Platforms refuse to open the worst keys; then the certificates beside them tell why.</summary>
    private static Fault? Weakness(ReadOnlySpan<byte> content, string? password)
    {
        try
        {
            var limits = new Pkcs12LoaderLimits(Pkcs12LoaderLimits.Defaults) { IgnorePrivateKeys = true };
            using var certificate = X509CertificateLoader.LoadPkcs12(content, password, InMemory, limits);
            return KeyRules.Weakness(CertificateReader.Describe(certificate));
        }
        catch (Exception failure) when (UnreadableBytes.Caused(failure))
        {
            return null;
        }
    }

    private static CertificateWithKey Only(X509Certificate2Collection all, int length)
    {
        var withKey = all.Where(c => c.HasPrivateKey).ToList();
        return (all.Count, withKey.Count) switch
        {
            (0, _) => throw new FaultException(FaultCatalogue.CertificateUnreadable(length)),
            (_, 0) => throw new FaultException(FaultCatalogue.PrivateKeyMissing(Thumbprint.OfCertificate(all[0].RawData))),
            (_, 1) => WithKey(withKey[0]),
            _ => throw new FaultException(FaultCatalogue.SeveralCertificates(withKey.Count)),
        };
    }

    private static CertificateWithKey WithKey(X509Certificate2 certificate)
    {
        var described = CertificateReader.Describe(certificate);
        using var rsa = certificate.GetRSAPrivateKey();
        return rsa is null
            ? throw new FaultException(FaultCatalogue.KeyNotRsa(described.KeyAlgorithm))
            : new CertificateWithKey(described, [.. Export(rsa, described.Thumbprint)]);
    }

    private static byte[] Export(RSA rsa, Thumbprint thumbprint)
    {
        try
        {
            KeyReview.Learn(rsa);
            return rsa.ExportPkcs8PrivateKey();
        }
        catch (CryptographicException failure)
        {
            throw new FaultException(FaultCatalogue.PrivateKeyNotExportable(thumbprint, "this machine"), failure);
        }
    }
}
