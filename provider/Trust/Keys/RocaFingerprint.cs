using System.Numerics;

namespace PartnerTrust.Trust.Keys;

/// <summary>Tells the keys of ROCA (CVE-2017-15361) by their moduli: Nemec, Sys, Svenda, Klinec and Matyas, "The Return of Coppersmith's Attack", CCS
/// 2017. The library made primes <c>k · M + (65537^a mod M)</c>, with M the product of the first primes, more of them for longer keys and at least
/// those up to 167. So the modulus is a power of 65537 modulo each of these, which of 2^27 other keys not one is.</summary>
internal static class RocaFingerprint
{
    private const int Generator = 65537;
    private const int LargestPrime = 167;

    private static readonly Lazy<(int Prime, bool[] Powers)[]> Marks =
        new(() => [.. Primes.Below(LargestPrime + 1).Select(prime => (prime, PowersModulo(prime)))]);

    public static bool Matches(BigInteger modulus)
    {
        foreach (var (prime, powers) in Marks.Value)
        {
            if (!powers[(int)(modulus % prime)])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Which residues are powers of the generator.</summary>
    internal static bool[] PowersModulo(int prime)
    {
        var powers = new bool[prime];
        for (var power = 1 % prime; !powers[power]; power = (int)((long)power * Generator % prime))
        {
            powers[power] = true;
        }

        return powers;
    }
}
