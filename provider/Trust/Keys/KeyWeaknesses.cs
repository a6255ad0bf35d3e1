namespace PartnerTrust.Trust.Keys;

/// <summary>What makes an RSA key worth little and shows in its public half at once.</summary>
[Flags]
public enum KeyWeaknesses
{
    None = 0,

    /// <summary>The public exponent is not an odd number from 3 to 2^256 (FIPS 186-5, A.1.1): with 1 the signature is the signed text
    /// itself, an even one
    /// has no inverse, and a longer one hides a private exponent that is short enough to be computed (Wiener, 1990).</summary>
    Exponent = 1,

    /// <summary>The modulus is even, or divisible by another prime below 2^16.</summary>
    SmallFactor = 2,

    /// <summary>The modulus is one prime or the power of one, whose private exponent anybody can compute.</summary>
    SinglePrime = 4,

    /// <summary>The two primes are so near to each other that Fermat's method of 1643 finds them in a few steps (CVE-2022-26320).</summary>
    NearPrimes = 8,

    /// <summary>The primes are of the form that the library of a maker of smart cards and TPMs gave them (ROCA, CVE-2017-15361): for 2048 bits
    /// they can be computed, at a price.</summary>
    Roca = 16,
}
