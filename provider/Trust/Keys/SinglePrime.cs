using System.Numerics;

namespace PartnerTrust.Trust.Keys;

/// <summary>Fermat's little theorem as a test: <c>2^n − 2</c> shares a factor with n whenever n is a prime or the power of one. That an honest
/// product of two large primes does so does not happen; where it did, the factor were found, and the key worthless all the same.</summary>
internal static class SinglePrime
{
    /// <summary>Larger keys are not asked: no product makes one, and the answer would take seconds.</summary>
    private const int LargestBits = 8192;

    public static bool Is(BigInteger modulus) =>
        modulus.IsEven
        || (modulus.GetBitLength() <= LargestBits && !BigInteger.GreatestCommonDivisor(PowerOfTwo(modulus, modulus) - 2, modulus).IsOne);

    /// <summary>The answer for the product of two primes, without the long computation. Because <c>2^(pq) = 2^q</c> modulo p, p divides
    /// <c>2^(pq) − 2</c> if <c>2^(q−1)</c> is 1 modulo p, and so if <c>2^g</c> is, with g what p − 1 and q − 1 have in common: a number of a few
    /// bits, unless both are powers of one prime.</summary>
    public static bool IsProductOf(BigInteger p, BigInteger q) =>
        !BigInteger.GreatestCommonDivisor(BigInteger.ModPow(2, BigInteger.GreatestCommonDivisor(p - 1, q - 1), p * q) - 1, p * q).IsOne;

    /// <summary>Two to some power, modulo an odd number.</summary>
    internal static BigInteger PowerOfTwo(BigInteger exponent, BigInteger modulus)
    {
        var form = new MontgomeryForm(modulus);
        var power = form.Of(1);
        foreach (var eight in exponent.ToByteArray(isUnsigned: true, isBigEndian: true))
        {
            for (var bit = 0x80; bit > 0; bit >>= 1)
            {
                form.Square(power);
                if ((eight & bit) != 0)
                {
                    form.Double(power);
                }
            }
        }

        return form.NumberOf(power);
    }
}
