using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Metadata;

/// <summary>Keys that have no place in a metadata document.</summary>
internal static class KeyMaterial
{
    public static byte[] Weak { get; } = MakeWeak();

    public static byte[] Elliptic { get; } = MakeElliptic();

    /// <summary>The ways in which a private key can be disclosed, each in base64.</summary>
    public static IEnumerable<(string Name, string Value)> Private
    {
        get
        {
            using var key = Certs.Key(0).OpenKey();
            using var bare = X509CertificateLoader.LoadCertificate(Certs.Public(0).Der.AsSpan());
            using var withKey = bare.CopyWithPrivateKey(key);
            var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
            yield return ("pkcs8", Convert.ToBase64String(key.ExportPkcs8PrivateKey()));
            yield return ("pkcs1", Convert.ToBase64String(key.ExportRSAPrivateKey()));
            yield return ("encrypted pkcs8", Convert.ToBase64String(key.ExportEncryptedPkcs8PrivateKey("x", parameters)));
            yield return ("pfx", Convert.ToBase64String(withKey.Export(X509ContentType.Pfx, "x")!));
            yield return ("pem", key.ExportPkcs8PrivateKeyPem());
            yield return ("pem in base64", Convert.ToBase64String(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem())));
            yield return ("certificate and key in base64", Convert.ToBase64String(Encoding.ASCII.GetBytes(bare.ExportCertificatePem() + "\n" + key.ExportRSAPrivateKeyPem())));
        }
    }

    private static byte[] MakeWeak()
    {
        using var key = RSA.Create(1024);
        var request = new CertificateRequest("CN=weak", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Certs.Now, Certs.Now.AddDays(9));
        return certificate.RawData;
    }

    private static byte[] MakeElliptic()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=ec", key, HashAlgorithmName.SHA256).CreateSelfSigned(Certs.Now, Certs.Now.AddDays(9));
        return certificate.RawData;
    }
}
