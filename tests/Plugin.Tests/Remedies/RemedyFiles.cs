using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>Certificate files as administrators get them, made once each, as text of a program.</summary>
internal static class RemedyFiles
{
    private const string Password = "right";
    private const string ProviderName = "1.3.6.1.4.1.311.17.1";

    private static readonly PbeParameters Quick = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1);
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The property <c>source</c> with a PFX.</summary>
    /// <param name="subject">Of the certificate.</param>
    /// <param name="from">Days from the start of the test to that of its validity.</param>
    /// <param name="to">Days to its end.</param>
    /// <param name="bits">Of its key.</param>
    /// <param name="given">The password that the program gives.</param>
    /// <param name="provider">That the file names for the key; null for none.</param>
    public static string Pfx(string subject, int from, int to, int bits = 2048, string given = Password, string? provider = null)
    {
        using var key = bits == 2048 ? KeyPool.Next(bits) : RSA.Create(bits);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Start.AddDays(from), Start.AddDays(to));
        return Source(File(certificate, key, provider), given);
    }

    /// <summary>With a key that no product signs with.</summary>
    public static string EllipticPfx()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=fabrikam.com", key, HashAlgorithmName.SHA256).CreateSelfSigned(Start, Start.AddDays(9));
        return Source(certificate.ExportPkcs12(Quick, Password), Password);
    }

    /// <summary>A certificate alone, as PEM in quotes.</summary>
    public static string Pem() => Quoted((certificate, _) => certificate.ExportCertificatePem());

    /// <summary>With its private key beside it.</summary>
    public static string PemWithKey() => Quoted((certificate, key) => certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());

    private static string Quoted(Func<X509Certificate2, RSA, string> write)
    {
        using var key = KeyPool.Next(2048);
        var request = new CertificateRequest("CN=issuer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Start.AddDays(-1), Start.AddDays(400));
        return $"\"{write(certificate, key).ReplaceLineEndings("\\n")}\"";
    }

    /// <summary>Without a key.</summary>
    public static string BarePfx()
    {
        using var key = KeyPool.Next(2048);
        var request = new CertificateRequest("CN=fabrikam.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Start, Start.AddDays(9));
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        return Source(bare.ExportPkcs12(Quick, Password), Password);
    }

    private static byte[] File(X509Certificate2 certificate, RSA key, string? provider)
    {
        var bags = new Pkcs12SafeContents();
        var bag = bags.AddShroudedKey(key, Password, Quick);
        bag.Attributes.Add(new Pkcs9LocalKeyId([1]));
        if (provider is not null)
        {
            var name = new AsnWriter(AsnEncodingRules.DER);
            name.WriteCharacterString(UniversalTagNumber.BMPString, provider);
            bag.Attributes.Add(new AsnEncodedData(new Oid(ProviderName), name.Encode()));
        }

        bags.AddCertificate(certificate).Attributes.Add(new Pkcs9LocalKeyId([1]));
        var file = new Pkcs12Builder();
        file.AddSafeContentsUnencrypted(bags);
        file.SealWithMac(Password, HashAlgorithmName.SHA256, 1);
        return file.Encode();
    }

    private static string Source(byte[] file, string password) =>
        $"{{ pfx: \"{Convert.ToBase64String(file)}\"{(password.Length == 0 ? "" : $", pfxPassword: {password}")} }}";
}
