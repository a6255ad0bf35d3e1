using System.Numerics;
using System.Security.Cryptography;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Validation.Hostile;

/// <summary>3.5 strong keys: the receiver trusts a key whose signatures anybody can make, and the attacker makes one.</summary>
internal static class ForgeableKeyCases
{
    // DigestInfo of SHA-256 up to the digest (RFC 8017, 9.2).
    private static readonly byte[] Prefix = Convert.FromHexString("3031300D060960864801650304020105000420");

    public static IEnumerable<HostileCase> All() =>
    [
        Case("the exponent 1: the encoded text is its own signature", WeakKeys.Sound, 1, _ => 1),
        Case("the exponent 2", WeakKeys.Sound, 2, _ => 1),
        Case("an even exponent", WeakKeys.Sound, 65536, _ => 1),
        Case("a prime modulus, whose private exponent follows", WeakKeys.Mersenne(2203), 65537, modulus => Inverse(65537, modulus - 1)),
        Case("the third power of a prime", BigInteger.Pow(WeakKeys.Mersenne(1279), 3), 65537, modulus => Inverse(
            65537, BigInteger.Pow(WeakKeys.Mersenne(1279), 2) * (WeakKeys.Mersenne(1279) - 1))),
        Case("an even modulus", WeakKeys.Mersenne(2203) * 2, 65537, _ => Inverse(65537, WeakKeys.Mersenne(2203) - 1)),
        Case("a modulus with a small factor", WeakKeys.Mersenne(2203) * 31, 65537, _ => Inverse(65537, 30 * (WeakKeys.Mersenne(2203) - 1))),
        Case("two primes side by side", WeakKeys.NearModulus, 65537, _ => new BigInteger(WeakKeys.NearKey().D, isUnsigned: true, isBigEndian: true)),
    ];

    private static HostileCase Case(string name, BigInteger modulus, BigInteger exponent, Func<BigInteger, BigInteger> privateExponent)
    {
        var certificate = new Lazy<SigningCertificate>(() => WeakKeys.Certificate(modulus, exponent));
        return new HostileCase("3.5", name, "signingKey", "PT5089", () => Forged(certificate.Value, modulus, privateExponent(modulus)))
        {
            State = Scene.State.With(Scene.LyncAtExchange with { TrustedKeys = [certificate.Value, Certs.Public(0)] }),
        };
    }

    private static string Forged(SigningCertificate certificate, BigInteger modulus, BigInteger privateExponent)
    {
        var header = Forge.SignedHeader();
        header["x5t"] = certificate.Thumbprint.X5t;
        return Forge.Sign(
            System.Text.Encoding.UTF8.GetBytes(header.ToJsonString()),
            System.Text.Encoding.UTF8.GetBytes(Forge.ActorClaims().ToJsonString()),
            text => Signature(text, modulus, privateExponent));
    }

    private static byte[] Signature(byte[] text, BigInteger modulus, BigInteger privateExponent)
    {
        var length = (int)((modulus.GetBitLength() + 7) / 8);
        byte[] tail = [0, .. Prefix, .. SHA256.HashData(text)];
        byte[] encoded = [0, 1, .. Enumerable.Repeat((byte)0xFF, length - 2 - tail.Length), .. tail];
        var signature = BigInteger.ModPow(new BigInteger(encoded, isUnsigned: true, isBigEndian: true), privateExponent, modulus)
            .ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - signature.Length], .. signature];
    }

    private static BigInteger Inverse(BigInteger exponent, BigInteger order) => WeakKeys.Inverse(exponent, order);
}
