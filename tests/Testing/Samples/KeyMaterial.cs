using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PartnerTrust.Testing.Samples;

/// <summary>Keys that have no place in a metadata document.</summary>
public static class KeyMaterial
{
    private const string KeyInExtension = "1.3.6.1.4.1.99999.1";

    public static byte[] Weak { get; } = MakeWeak();

    public static byte[] Elliptic { get; } = MakeElliptic();

    /// <summary>The ways in which a private key can be disclosed, alone and beside its certificate.</summary>
    public static IReadOnlyList<(string Name, string Value)> Private { get; } = [.. Alone(), .. Beside(), .. Foreign()];

    /// <summary>What looks a little like one of them and is none.</summary>
    public static IEnumerable<(string Name, string Value)> Public
    {
        get
        {
            var certificate = Certs.Public(0).Der.ToArray();
            using var bare = X509CertificateLoader.LoadCertificate(certificate);
            using var key = bare.GetRSAPublicKey()!;
            yield return ("certificate twice", Convert.ToBase64String([.. certificate, .. certificate]));
            yield return ("certificate and zeroes", Convert.ToBase64String([.. certificate, 0, 0, 0, 0]));
            yield return ("certificates one below the other", Convert.ToBase64String(certificate) + "\n" + Convert.ToBase64String(Certs.Public(1).Der.AsSpan()));
            yield return ("public key of pkcs1", Convert.ToBase64String(key.ExportRSAPublicKey()));
            yield return ("public key", Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
            yield return ("certificate of the first version with the serial number 3", Convert.ToBase64String(Convert.FromHexString(
                "301D3018020103300D06092A864886F70D01010B050030003000300030000300").Concat(new byte[32]).ToArray()));
            yield return ("digest in its envelope", Convert.ToBase64String(
                [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. new byte[32]]));
        }
    }

    private static IEnumerable<(string, string)> Alone()
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
        yield return ("certificate and key in base64", Convert.ToBase64String(
            Encoding.ASCII.GetBytes(bare.ExportCertificatePem() + "\n" + key.ExportRSAPrivateKeyPem())));
    }

    private static IEnumerable<(string, string)> Beside()
    {
        using var key = Certs.Key(0).OpenKey();
        using var bare = X509CertificateLoader.LoadCertificate(Certs.Public(0).Der.AsSpan());
        using var withKey = bare.CopyWithPrivateKey(key);
        var (certificate, pkcs8) = (bare.RawData, key.ExportPkcs8PrivateKey());
        var (first, second) = (Convert.ToBase64String(certificate), Convert.ToBase64String(pkcs8));
        var pfx = withKey.Export(X509ContentType.Pfx)!;
        yield return ("certificate, then pkcs8", Convert.ToBase64String([.. certificate, .. pkcs8]));
        yield return ("pkcs8, then certificate", Convert.ToBase64String([.. pkcs8, .. certificate]));
        yield return ("certificate, then pkcs1", Convert.ToBase64String([.. certificate, .. key.ExportRSAPrivateKey()]));
        yield return ("certificate, zeroes, then pkcs8", Convert.ToBase64String([.. certificate, 0, 0, 0, .. pkcs8]));
        yield return ("certificate, then pfx", Convert.ToBase64String([.. certificate, .. pfx]));
        yield return ("pfx without a password", Convert.ToBase64String(pfx));
        yield return ("pfx of indefinite length", Convert.ToBase64String([0x30, 0x80, .. pfx[4..], 0, 0]));
        yield return ("certificate and key as pem", bare.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        yield return ("certificate as pem and key as bytes", Convert.ToBase64String(
            [.. Encoding.ASCII.GetBytes(bare.ExportCertificatePem()), .. pkcs8]));
        yield return ("key as pem of a certificate", PemEncoding.WriteString("CERTIFICATE", pkcs8));
        foreach (var separator in new[] { "\n", " ", ",", ".", "|", ";", "\",\"" })
        {
            yield return ($"certificate and key divided by '{separator}'", first + separator + second);
        }

        yield return ("certificate and key in base64url", Base64Url.EncodeToString(certificate) + "." + Base64Url.EncodeToString(pkcs8));
        yield return ("certificate and key in hexadecimal", Convert.ToHexString([.. certificate, .. pkcs8]));
        yield return ("certificate and key in JSON", $$"""{"certificate":"{{first}}","key":"{{second}}"}""");
        yield return ("certificate and key in JSON in base64", Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"x5c":["{{first}}"],"k":"{{second}}"}""")));
        yield return ("JSON web key as text", $$"""{"kty":"RSA","x5c":["{{first}}"],"d":"c2VjcmV0"}""");
        yield return ("base64 of base64", Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToBase64String([.. certificate, .. pkcs8]))));
        yield return ("certificate with the key inside", Convert.ToBase64String(WithKeyInside(key)));
        yield return ("half of a key behind the certificate", Convert.ToBase64String([.. certificate, .. pkcs8[..(pkcs8.Length / 2)]]));
    }

    private static IEnumerable<(string, string)> Foreign()
    {
        using var key = Certs.Key(0).OpenKey();
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        yield return ("elliptic pkcs8", Convert.ToBase64String(elliptic.ExportPkcs8PrivateKey()));
        yield return ("elliptic key", Convert.ToBase64String(elliptic.ExportECPrivateKey()));
        yield return ("XML", key.ToXmlString(includePrivateParameters: true));
        yield return ("XML in base64", Convert.ToBase64String(Encoding.UTF8.GetBytes(key.ToXmlString(includePrivateParameters: true))));
        yield return ("blob of a legacy provider", Convert.ToBase64String([7, 2, 0, 0, 0, 0xA4, 0, 0, .. "RSA2"u8, .. new byte[64]]));
        yield return ("blob of CNG", Convert.ToBase64String([.. "RSA2"u8, .. new byte[64]]));
    }

    private static byte[] WithKeyInside(RSA key)
    {
        var request = new CertificateRequest("CN=backup", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509Extension(KeyInExtension, key.ExportPkcs8PrivateKey(), critical: false));
        using var certificate = request.CreateSelfSigned(Certs.Now, Certs.Now.AddDays(9));
        return certificate.RawData;
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
