using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;

namespace PartnerTrust.Trust.CertificateSources;

/// <summary>PEM text that holds a private key and the certificate it belongs to, in any order, and perhaps the chain.</summary>
internal static class PemWithKey
{
    public static CertificateWithKey Read(string pem, string? password)
    {
        var certificates = Certificates(pem);
        if (!pem.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw new FaultException(FaultCatalogue.PrivateKeyMissing(certificates[0].Thumbprint));
        }

        if (certificates.All(c => c.KeyAlgorithm != "RSA"))
        {
            throw new FaultException(FaultCatalogue.KeyNotRsa(certificates[0].KeyAlgorithm));
        }

        using var key = PrivateKey(pem, password, certificates);
        var owner = certificates.FirstOrDefault(c => Owns(c, key)) ?? throw new FaultException(FaultCatalogue.PrivateKeyMismatch());
        KeyReview.Learn(key);
        return new CertificateWithKey(owner, [.. key.ExportPkcs8PrivateKey()]);
    }

    private static List<SigningCertificate> Certificates(string pem)
    {
        var collection = new X509Certificate2Collection();
        try
        {
            collection.ImportFromPem(pem);
            return collection.Count > 0
                ? collection.Select(CertificateReader.Describe).ToList()
                : throw new FaultException(FaultCatalogue.CertificateUnreadable(pem.Length));
        }
        catch (Exception failure) when (UnreadableBytes.Caused(failure))
        {
            throw new FaultException(FaultCatalogue.CertificateUnreadable(pem.Length), failure);
        }
        finally
        {
            foreach (var certificate in collection)
            {
                certificate.Dispose();
            }
        }
    }

    private static RSA PrivateKey(string pem, string? password, List<SigningCertificate> certificates)
    {
        if (pem.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal))
        {
            throw new FaultException(FaultCatalogue.CertificateUnreadable(
                pem.Length,
                "its private key is encrypted in OpenSSL's old form (Proc-Type: 4,ENCRYPTED)",
                "Convert the key with \"openssl pkcs8 -topk8\", or export a PFX."));
        }

        var encrypted = pem.Contains("BEGIN ENCRYPTED PRIVATE KEY", StringComparison.Ordinal);
        if (encrypted && string.IsNullOrEmpty(password))
        {
            throw new FaultException(FaultCatalogue.PasswordMissing());
        }

        var key = RSA.Create();
        try
        {
            Import(key, KeyBlocks(pem), encrypted ? password : null);
            return key;
        }
        catch (Exception failure) when (UnreadableBytes.Caused(failure))
        {
            key.Dispose();

            // Platforms refuse to open the worst keys; that they are no good is the reason to give.
            throw new FaultException(
                certificates.Select(KeyRules.Weakness).FirstOrDefault(weak => weak is not null)
                ?? (encrypted ? FaultCatalogue.PasswordWrong() : FaultCatalogue.CertificateUnreadable(pem.Length)));
        }
    }

    private static void Import(RSA key, string pem, string? password)
    {
        if (password is null)
        {
            key.ImportFromPem(pem);
        }
        else
        {
            key.ImportFromEncryptedPem(pem, password);
        }
    }

    private static string KeyBlocks(string pem)
    {
        var blocks = new List<string>();
        ReadOnlySpan<char> rest = pem;
        while (PemEncoding.TryFind(rest, out var fields))
        {
            if (rest[fields.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            {
                blocks.Add(rest[fields.Location].ToString());
            }

            rest = rest[fields.Location.End..];
        }

        return blocks.Count <= 1 ? string.Concat(blocks) : throw new FaultException(FaultCatalogue.SeveralCertificates(blocks.Count));
    }

    private static bool Owns(SigningCertificate certificate, RSA key) => RsaPublicKey.Find(certificate.Der.AsSpan()) == RsaPublicKey.Of(key);
}
