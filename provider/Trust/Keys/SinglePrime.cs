using System.Numerics;

namespace PartnerTrust.Trust.Keys;

/// <summary>Fermat's little theorem as a test: <c>2^n − 2</c> shares a factor with n whenever n is a prime or the power of one. That an honest
/// product of two large primes does so does not happen; where it did, the factor were found, and the key worthless all the same.</summary>
internal static class SinglePrime
{
    /// <summary>Larger keys are not asked: no product makes one, and the answer would take seconds.</summary>
    private const int LargestBits = 8192;

    public static bool Is(BigInteger modulus) =>
        modulus.GetBitLength() <= LargestBits
        && !BigInteger.GreatestCommonDivisor(BigInteger.ModPow(2, modulus, modulus) - 2, modulus).IsOne;
}
