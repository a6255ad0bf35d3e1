using System.Numerics;

namespace PartnerTrust.Trust.Keys;

/// <summary>Trial division by every prime below 2^16, done at once: by the greatest common divisor with their product.</summary>
internal static class SmallFactors
{
    private const int Limit = 1 << 16;

    private static readonly Lazy<BigInteger> Product = new(() => Multiply(Pack(Primes.Below(Limit))));

    public static bool Divide(BigInteger modulus) =>
        modulus.IsZero || !BigInteger.GreatestCommonDivisor(Product.Value % modulus, modulus).IsOne;

    /// <summary>As many factors as fit into a machine word: most numbers of the product would be as short as a prime, and cost memory each.</summary>
    private static ulong[] Pack(int[] factors)
    {
        List<ulong> words = [1];
        foreach (var factor in factors)
        {
            if (words[^1] > ulong.MaxValue / (ulong)factor)
            {
                words.Add(1);
            }

            words[^1] *= (ulong)factor;
        }

        return [.. words];
    }

    /// <summary>Halves first: numbers of like size multiply fastest.</summary>
    private static BigInteger Multiply(ReadOnlySpan<ulong> factors) => factors.Length switch
    {
        1 => factors[0],
        var count => Multiply(factors[..(count / 2)]) * Multiply(factors[(count / 2)..]),
    };
}
