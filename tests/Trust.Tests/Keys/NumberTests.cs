using System.Numerics;
using PartnerTrust.Trust.Keys;

namespace PartnerTrust.Trust.Tests.Keys;

/// <summary>The arithmetic behind the review of keys.</summary>
public class NumberTests
{
    [Fact]
    public void A_root_is_the_largest_number_whose_square_fits()
    {
        var random = new Random(2);
        foreach (var number in Enumerable.Range(0, 300).Select(i => i < 100 ? i : Number(random, random.Next(2100))))
        {
            var root = NearPrimes.Root(number);

            Assert.True(root * root <= number && (root + 1) * (root + 1) > number, number.ToString());
        }
    }

    /// <summary>Two primes of 1024 bits at a distance of some 2^518 are as far from one another as a thousand steps reach.</summary>
    [Theory]
    [InlineData(2, true)]
    [InlineData(510, true)]
    [InlineData(517, true)]
    [InlineData(520, false)]
    [InlineData(900, false)]
    public void Factors_are_found_while_they_are_near(int distanceBits, bool found)
    {
        var p = (BigInteger.One << 1024) + 643;

        Assert.Equal(found, NearPrimes.Multiply(p * (p + (BigInteger.One << distanceBits))));
    }

    [Fact]
    public void Factors_are_found_exactly_where_a_thousand_steps_of_Fermat_find_them()
    {
        var random = new Random(5);
        var found = 0;
        for (var run = 0; run < 400; run++)
        {
            var factor = random.NextInt64(1 << 18, 1 << 20) | 1;
            var number = factor * (factor + random.Next(200_000));
            var root = (long)NearPrimes.Root(number - 1) + 1;
            var expected = Enumerable.Range(0, 1000).Any(step => IsSquare(((root + step) * (root + step)) - number));

            Assert.Equal(expected, NearPrimes.Multiply(number));
            found += expected ? 1 : 0;
        }

        Assert.InRange(found, 20, 380);

        static bool IsSquare(long number) => (long)Math.Round(Math.Sqrt(number)) is var root && root * root == number;
    }

    /// <summary>What carries furthest: limbs of ones only, or of nothing but the ends.</summary>
    [Fact]
    public void Powers_of_two_are_those_that_the_platform_computes()
    {
        var random = new Random(6);
        BigInteger[] extremes = [1, 3, ulong.MaxValue, (BigInteger.One << 64) + 1, (BigInteger.One << 128) - 1, (BigInteger.One << 2048) - 1];
        foreach (var modulus in extremes.Concat(Enumerable.Range(0, 25).Select(_ => Number(random, random.Next(2, 700)) | 1)))
        {
            foreach (var exponent in new[] { 0, 1, 64, modulus - 1, modulus, Number(random, 300) })
            {
                Assert.Equal(BigInteger.ModPow(2, exponent, modulus), SinglePrime.PowerOfTwo(exponent, modulus));
            }
        }
    }

    [Fact]
    public void Two_primes_are_told_from_one_as_their_product_alone_tells()
    {
        var primes = Primes.Below(500)[1..];
        var products = primes.SelectMany(p => primes.Select(q => (P: (BigInteger)p, Q: (BigInteger)q))).ToList();

        Assert.All(products, pair => Assert.Equal(SinglePrime.Is(pair.P * pair.Q), SinglePrime.IsProductOf(pair.P, pair.Q)));
        Assert.All(primes, prime => Assert.True(SinglePrime.IsProductOf(prime, prime * prime) && SinglePrime.IsProductOf(1, prime)));
    }

    [Fact]
    public void Primes_are_those_below_a_limit()
    {
        Assert.Equal([2, 3, 5, 7, 11, 13, 17, 19, 23, 29], Primes.Below(30));
        Assert.Equal(39, Primes.Below(168).Length);
        Assert.Equal(6542, Primes.Below(1 << 16).Length);
    }

    [Fact]
    public void The_powers_of_65537_leave_the_residues_out_that_make_the_fingerprint()
    {
        Assert.Equal([false, true, true], RocaFingerprint.PowersModulo(3));
        Assert.Equal(Enumerable.Range(0, 11).Select(i => i is 1 or 10), RocaFingerprint.PowersModulo(11));

        // What part of all moduli bears the fingerprint by chance.
        var chance = Primes.Below(168)[1..].Aggregate(
            1.0, (all, prime) => all * RocaFingerprint.PowersModulo(prime).Count(power => power) / (prime - 1));
        Assert.InRange(chance, 0, Math.Pow(2, -27));
    }

    [Fact]
    [Trait("Size", "Nightly")]
    public void A_modulus_that_is_no_power_of_65537_bears_no_fingerprint()
    {
        var random = new Random(3);
        for (var run = 0; run < GeneratedCases.Number(20_000, byNight: 1_000_000); run++)
        {
            Assert.False(RocaFingerprint.Matches(Number(random, 2048) | 1));
        }
    }

    [Theory]
    [InlineData(39)]
    [InlineData(71)]
    [InlineData(126)]
    [InlineData(225)]
    public void A_modulus_that_is_one_bears_it_whatever_the_size_of_the_key(int primes)
    {
        var product = Primes.Below(2000).Take(primes).Aggregate(BigInteger.One, (all, prime) => all * prime);
        var random = new Random(4);

        Assert.True(RocaFingerprint.Matches((Number(random, 1024) * product) + BigInteger.ModPow(65537, random.Next(), product)));
    }

    private static BigInteger Number(Random random, int bits)
    {
        var bytes = new byte[(bits / 8) + 1];
        random.NextBytes(bytes);
        return (new BigInteger(bytes, isUnsigned: true) & ((BigInteger.One << bits) - 1)) | (BigInteger.One << bits >> 1);
    }
}
