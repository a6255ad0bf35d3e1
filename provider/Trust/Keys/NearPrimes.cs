using System.Numerics;

namespace PartnerTrust.Trust.Keys;

/// <summary>Fermat's method: the modulus as the difference of two squares <c>a² − b²</c>, with a from its square root upwards. It ends soon only if
/// the primes are near to each other, or the same; what FIPS 186-5 (A.1.1) allows is out of its reach for ever.</summary>
internal static class NearPrimes
{
    /// <summary>Ten times as many as found every faulty key that is known of (Böck, 2022).</summary>
    private const int Steps = 1000;

    /// <summary>16 · 9 · 5 · 7 · 13: of 49 numbers one is a square modulo this, and only then is it worth drawing a root.</summary>
    private const int Sieve = 65520;

    private static readonly Lazy<bool[]> Squares = new(() =>
    {
        var squares = new bool[Sieve];
        for (long root = 0; root < Sieve; root++)
        {
            squares[root * root % Sieve] = true;
        }

        return squares;
    });

    public static bool Multiply(BigInteger modulus)
    {
        var first = Root(modulus);
        first += first * first == modulus ? 0 : 1;
        var (rootResidue, residue) = ((long)(first % Sieve), (long)(modulus % Sieve));
        for (var step = 0; step < Steps; step++)
        {
            if (MayBeSquare(((rootResidue + step) * (rootResidue + step)) - residue) && IsSquare(BigInteger.Pow(first + step, 2) - modulus))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="number">What leaves the same rest as the number does.</param>
    private static bool MayBeSquare(long number) => Squares.Value[(int)(((number % Sieve) + Sieve) % Sieve)];

    private static bool IsSquare(BigInteger number) => Root(number) is var root && root * root == number;

    /// <summary>The whole part of the square root, by Newton's method from above.</summary>
    internal static BigInteger Root(BigInteger number)
    {
        if (number.IsZero)
        {
            return number;
        }

        var root = BigInteger.One << (int)((number.GetBitLength() + 1) / 2);
        while ((root + (number / root)) >> 1 is var next && next < root)
        {
            root = next;
        }

        return root;
    }
}
