using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Certificates that no server should have.</summary>
internal static class WeakCertificates
{
    private static readonly Lazy<(SigningCertificate OnePrime, SigningCertificate NotForSigning)> Made = new(Make);

    /// <summary>Its modulus is one of Mersenne's primes.</summary>
    public static SigningCertificate OfOnePrime => Made.Value.OnePrime;

    /// <summary>Its key is for encipherment alone.</summary>
    public static SigningCertificate NotForSigning => Made.Value.NotForSigning;

    public static string Pem(SigningCertificate certificate) => PemEncoding.WriteString("CERTIFICATE", certificate.Der.AsSpan());

    private static (SigningCertificate, SigningCertificate) Make()
    {
        using var issuer = KeyPool.Next(2048);
        var sound = new PublicKey(issuer);
        return (Issue(issuer, Key((BigInteger.One << 2203) - 1)), Issue(issuer, sound, X509KeyUsageFlags.KeyEncipherment));
    }

    private static SigningCertificate Issue(RSA issuer, PublicKey key, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature)
    {
        var name = new X500DistinguishedName("CN=litwareinc.com");
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        var start = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.Create(
            name, X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1), start, start.AddDays(365), [1]);
        return CertificateReader.Read(certificate.RawData);
    }

    private static PublicKey Key(BigInteger modulus)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(modulus);
            writer.WriteInteger(65537);
        }

        return new PublicKey(new Oid("1.2.840.113549.1.1.1"), new AsnEncodedData([5, 0]), new AsnEncodedData(writer.Encode()));
    }
}
