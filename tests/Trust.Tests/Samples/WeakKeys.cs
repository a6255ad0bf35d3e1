using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Keys;

namespace PartnerTrust.Trust.Tests.Samples;

/// <summary>Numbers that no honest key is made of, and certificates for them.</summary>
internal static class WeakKeys
{
    public static readonly BigInteger UsualExponent = 65537;

    private static readonly Lazy<(BigInteger P, BigInteger Q)> Roca = new(() => (RocaPrime(1), RocaPrime(2)));

    private static readonly Lazy<(BigInteger P, BigInteger Q)> Near = new(
        () => NextPrime(BigInteger.One << 1024) is var p ? (p, NextPrime(p + 2)) : default);

    /// <summary>A modulus of 2048 bits that is sound.</summary>
    public static BigInteger Sound { get; } = ModulusOf(Certs.Public(0));

    /// <summary>A prime of Mersenne's, whose test is known: 2^exponent − 1.</summary>
    public static BigInteger Mersenne(int exponent) => (BigInteger.One << exponent) - 1;

    public static BigInteger RocaModulus => Roca.Value.P * Roca.Value.Q;

    /// <summary>The product of two primes that follow one another.</summary>
    public static BigInteger NearModulus => Near.Value.P * Near.Value.Q;

    /// <summary>A private key as the faulty library made it.</summary>
    public static RSAParameters RocaKey() => Parameters(Roca.Value.P, Roca.Value.Q);

    public static RSAParameters NearKey() => Parameters(Near.Value.P, Near.Value.Q);

    public static BigInteger ModulusOf(SigningCertificate certificate) => RsaPublicKey.Find(certificate.Der.AsSpan())!.Value.Modulus;

    public static SigningCertificate Certificate(BigInteger modulus, BigInteger exponent, X509KeyUsageFlags? usage = null) =>
        CertificateReader.Read(Der(modulus, exponent, usage));

    /// <summary>A private key with a certificate for it.</summary>
    public static CertificateWithKey WithKey(RSAParameters numbers)
    {
        using var key = RSA.Create(numbers);
        var (modulus, exponent) = (RsaPublicKey.Number(numbers.Modulus), RsaPublicKey.Number(numbers.Exponent));
        return new CertificateWithKey(Certificate(modulus, exponent), [.. key.ExportPkcs8PrivateKey()]);
    }

    /// <summary>A certificate for any two numbers, issued by key 0.</summary>
    public static byte[] Der(BigInteger modulus, BigInteger exponent, X509KeyUsageFlags? usage = null)
    {
        using var issuer = Certs.Key(0).OpenKey();
        var name = new X500DistinguishedName("CN=weak.litwareinc.com");
        var request = new CertificateRequest(name, PublicKeyOf(modulus, exponent), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (usage is { } flags)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(flags, critical: true));
        }

        using var certificate = request.Create(
            name, X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1), Certs.Now.AddDays(-1), Certs.Now.AddDays(365), [1, 2, 3]);
        return certificate.RawData;
    }

    /// <summary>Key 0 with both exponents 1, which no platform makes.</summary>
    public static byte[] Pkcs8OfExponentOne()
    {
        using var key = Certs.Key(0).OpenKey();
        var sound = key.ExportParameters(includePrivateParameters: true);
        byte[] one = [1];
        return Pkcs8([[0], sound.Modulus!, one, one, sound.P!, sound.Q!, one, one, sound.InverseQ!]);
    }

    private static byte[] Pkcs8(byte[][] numbers)
    {
        var key = new AsnWriter(AsnEncodingRules.DER);
        using (key.PushSequence())
        {
            foreach (var number in numbers)
            {
                key.WriteInteger(new BigInteger(number, isUnsigned: true, isBigEndian: true));
            }
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.1");
                writer.WriteNull();
            }

            writer.WriteOctetString(key.Encode());
        }

        return writer.Encode();
    }

    private static PublicKey PublicKeyOf(BigInteger modulus, BigInteger exponent)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(modulus);
            writer.WriteInteger(exponent);
        }

        return new PublicKey(new Oid("1.2.840.113549.1.1.1"), new AsnEncodedData([5, 0]), new AsnEncodedData(writer.Encode()));
    }

    /// <summary>1024 bits of the form <c>k · M + (65537^a mod M)</c>, with M the product of the first 126 primes.</summary>
    private static BigInteger RocaPrime(int seed)
    {
        var product = Primes.Below(702).Aggregate(BigInteger.One, (all, prime) => all * prime);
        var residue = BigInteger.ModPow(65537, 1_000_003 * seed, product);
        var factor = (new BigInteger(3) << 1022) / product + seed;
        while (!IsPrime((factor * product) + residue))
        {
            factor++;
        }

        return (factor * product) + residue;
    }

    private static BigInteger NextPrime(BigInteger from)
    {
        var number = from | 1;
        while (!IsPrime(number))
        {
            number += 2;
        }

        return number;
    }

    /// <summary>Probably; good enough for a sample.</summary>
    private static bool IsPrime(BigInteger number) => !SmallFactors.Divide(number) && SinglePrime.PowerOfTwo(number - 1, number).IsOne;

    private static RSAParameters Parameters(BigInteger p, BigInteger q)
    {
        var d = Inverse(UsualExponent, (p - 1) * (q - 1));
        var size = (int)((p * q).GetBitLength() + 7) / 8;
        return new RSAParameters
        {
            Modulus = Bytes(p * q, size),
            Exponent = [1, 0, 1],
            D = Bytes(d, size),
            P = Bytes(p, (size + 1) / 2),
            Q = Bytes(q, (size + 1) / 2),
            DP = Bytes(d % (p - 1), (size + 1) / 2),
            DQ = Bytes(d % (q - 1), (size + 1) / 2),
            InverseQ = Bytes(Inverse(q, p), (size + 1) / 2),
        };
    }

    public static BigInteger Inverse(BigInteger number, BigInteger modulus)
    {
        var (a, b, x, y) = (number % modulus, modulus, BigInteger.One, BigInteger.Zero);
        while (!b.IsZero)
        {
            var quotient = a / b;
            (a, b, x, y) = (b, a - (quotient * b), y, x - (quotient * y));
        }

        return ((x % modulus) + modulus) % modulus;
    }

    private static byte[] Bytes(BigInteger number, int size)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[size - bytes.Length], .. bytes];
    }
}
