using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Keys;

/// <summary>Examines the keys of certificates. That takes up to 10 ms for 2048 bits, and the same few are asked about with every token, so that the
/// verdicts on the last ones are kept. Where the primes are at hand, most of it need not be computed.</summary>
public static class KeyReview
{
    /// <summary>By which rules keys are examined. Another number where they find something that they did not.</summary>
    public const int Rules = 1;

    private const int Capacity = 2048;

    private static readonly BigInteger LeastExponent = 3;
    private static readonly BigInteger ExponentLimit = BigInteger.One << 256;

    private static readonly Recent<SigningCertificate, KeyVerdict> Verdicts = new(Capacity, Examine);
    private static readonly Recent<RsaPublicKey, KeyWeaknesses> Weaknesses = new(Capacity, WeaknessesOf);

    public static KeyVerdict Of(SigningCertificate certificate) => Verdicts[certificate];

    /// <summary>Whether it is worth examining the modulus at all, which costs nothing to tell.</summary>
    internal static bool HasUsableExponent(RsaPublicKey key) =>
        !key.Exponent.IsEven && key.Exponent >= LeastExponent && key.Exponent < ExponentLimit;

    /// <summary>Reviews a key whose private half is at hand, which is done at once; it is not asked about again.</summary>
    internal static void Learn(RSA key)
    {
        var numbers = key.ExportParameters(includePrivateParameters: true);
        Weaknesses.Learn(RsaPublicKey.Of(numbers), () => WeaknessesOf(numbers));
    }

    /// <summary>Whether the key was examined in this process, by these rules, and nothing was found. Never examines it.</summary>
    public static bool IsKnownSound(SigningCertificate certificate) =>
        RsaPublicKey.Find(certificate.Der.AsSpan()) is { } key && Weaknesses.Knows(key, out var found) && found == KeyWeaknesses.None;

    /// <summary>Takes somebody's word for it that <see cref="IsKnownSound"/> was true of the key by the present <see cref="Rules"/>.</summary>
    public static void TakeForSound(SigningCertificate certificate) =>
        Verdicts.Expect(certificate, () => new KeyVerdict(KeyWeaknesses.None, "", KeyUsage.OtherThanSigning(certificate)));

    internal static KeyWeaknesses WeaknessesOf(RSAParameters numbers)
    {
        var (key, p, q) = (RsaPublicKey.Of(numbers), RsaPublicKey.Number(numbers.P), RsaPublicKey.Number(numbers.Q));
        return WeaknessesOf(key, p * q == key.Modulus ? _ => SinglePrime.IsProductOf(p, q) : SinglePrime.Is);
    }

    internal static KeyWeaknesses WeaknessesOf(RsaPublicKey key) => WeaknessesOf(key, SinglePrime.Is);

    private static KeyWeaknesses WeaknessesOf(RsaPublicKey key, Func<BigInteger, bool> isSinglePrime)
    {
        var modulus = key.Modulus;
        var found = HasUsableExponent(key) ? KeyWeaknesses.None : KeyWeaknesses.Exponent;
        found |= RocaFingerprint.Matches(modulus) ? KeyWeaknesses.Roca : KeyWeaknesses.None;
        if (SmallFactors.Divide(modulus))
        {
            return found | KeyWeaknesses.SmallFactor;
        }

        found |= NearPrimes.Multiply(modulus) ? KeyWeaknesses.NearPrimes : KeyWeaknesses.None;
        return found | (isSinglePrime(modulus) ? KeyWeaknesses.SinglePrime : KeyWeaknesses.None);
    }

    private static KeyVerdict Examine(SigningCertificate certificate)
    {
        var usage = KeyUsage.OtherThanSigning(certificate);
        return RsaPublicKey.Find(certificate.Der.AsSpan()) is { } key && Weaknesses[key] is var found and not KeyWeaknesses.None
            ? new KeyVerdict(found, string.Join(", ", Reasons(found, key)), usage)
            : new KeyVerdict(KeyWeaknesses.None, "", usage);
    }

    private static IEnumerable<string> Reasons(KeyWeaknesses weaknesses, RsaPublicKey key)
    {
        (KeyWeaknesses Weakness, string Reason)[] reasons =
        [
            (KeyWeaknesses.Exponent, $"its public exponent is {Shown(key.Exponent)}"),
            (KeyWeaknesses.SmallFactor, "its modulus is divisible by a small prime"),
            (KeyWeaknesses.SinglePrime, "its modulus is a single prime, or the power of one"),
            (KeyWeaknesses.NearPrimes, "its two primes are so close together that they can be found at once"),
            (KeyWeaknesses.Roca, "it was made by a faulty library (ROCA, CVE-2017-15361)"),
        ];
        return reasons.Where(entry => weaknesses.HasFlag(entry.Weakness)).Select(entry => entry.Reason);
    }

    private static string Shown(BigInteger exponent) =>
        exponent < ulong.MaxValue
            ? exponent.ToString(CultureInfo.InvariantCulture)
            : $"a number of {exponent.GetBitLength().ToString(CultureInfo.InvariantCulture)} bits";
}
