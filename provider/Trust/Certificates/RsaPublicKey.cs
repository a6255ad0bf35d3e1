using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PartnerTrust.Trust.Certificates;

/// <summary>The two numbers of an RSA public key (RFC 8017, A.1.1), as they stand in its certificate. Platforms refuse to open some of the keys
/// about which there is most to say.</summary>
internal readonly record struct RsaPublicKey(BigInteger Modulus, BigInteger Exponent)
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <summary>Null for what is not a readable certificate, and for a key of another kind.</summary>
    public static RsaPublicKey? Find(ReadOnlySpan<byte> der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            return Find(certificate);
        }
        catch (Exception failure) when (UnreadableBytes.Caused(failure))
        {
            return null;
        }
    }

    public static RsaPublicKey? Find(X509Certificate2 certificate)
    {
        try
        {
            return certificate.PublicKey.Oid.Value == RsaEncryption ? Read(certificate.PublicKey.EncodedKeyValue.RawData) : null;
        }
        catch (Exception failure) when (failure is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    public static RsaPublicKey Of(RSA key) => Of(key.ExportParameters(includePrivateParameters: false));

    public static RsaPublicKey Of(RSAParameters numbers) => new(Number(numbers.Modulus), Number(numbers.Exponent));

    /// <summary>One of the numbers of a key as .NET hands them out.</summary>
    public static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static RsaPublicKey Read(byte[] encoded)
    {
        var numbers = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        return new RsaPublicKey(Number(numbers), Number(numbers));
    }

    /// <summary>As the platforms read it: encoders that forget the leading zero do not mean a negative number.</summary>
    private static BigInteger Number(AsnReader numbers) => Number(numbers.ReadIntegerBytes().Span);
}
