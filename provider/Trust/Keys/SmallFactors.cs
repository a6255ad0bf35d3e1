using System.Numerics;

namespace PartnerTrust.Trust.Keys;

/// <summary>Trial division by every prime below 2^16, done at once: by the greatest common divisor with their product.</summary>
internal static class SmallFactors
{
    private const int Limit = 1 << 16;

    private static readonly Lazy<BigInteger> Product = new(() => Multiply(Primes.Below(Limit)));

    public static bool Divide(BigInteger modulus) =>
        modulus.IsZero || !BigInteger.GreatestCommonDivisor(Product.Value % modulus, modulus).IsOne;

    /// <summary>Halves first: numbers of like size multiply fastest.</summary>
    private static BigInteger Multiply(ReadOnlySpan<int> factors) => factors.Length switch
    {
        0 => BigInteger.One,
        1 => factors[0],
        var count => Multiply(factors[..(count / 2)]) * Multiply(factors[(count / 2)..]),
    };
}
