using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Keys;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Keys;

public class KeyReviewTests
{
    private static readonly Dictionary<string, (KeyWeaknesses Weaknesses, BigInteger Modulus, BigInteger Exponent)> Weak = new()
    {
        ["the exponent 0"] = (KeyWeaknesses.Exponent, WeakKeys.Sound, 0),
        ["the exponent 1"] = (KeyWeaknesses.Exponent, WeakKeys.Sound, 1),
        ["the exponent 2"] = (KeyWeaknesses.Exponent, WeakKeys.Sound, 2),
        ["an even exponent"] = (KeyWeaknesses.Exponent, WeakKeys.Sound, 65536),
        ["an exponent of 257 bits"] = (KeyWeaknesses.Exponent, WeakKeys.Sound, (BigInteger.One << 256) + 1),
        ["an exponent as long as the modulus"] = (KeyWeaknesses.Exponent, WeakKeys.Sound, WeakKeys.Sound - 2),
        ["an exponent longer than the modulus"] = (KeyWeaknesses.Exponent, WeakKeys.Sound, WeakKeys.Sound + 2),
        ["an even modulus"] = (KeyWeaknesses.SmallFactor, WeakKeys.Sound + 1, WeakKeys.UsualExponent),
        ["a modulus divisible by 3"] = (KeyWeaknesses.SmallFactor, WeakKeys.Sound * 3, WeakKeys.UsualExponent),
        ["a modulus divisible by the largest prime of 16 bits"] = (KeyWeaknesses.SmallFactor, WeakKeys.Sound * 65521, WeakKeys.UsualExponent),
        ["a small prime and a large one"] = (KeyWeaknesses.SmallFactor, WeakKeys.Mersenne(2203) * 31, WeakKeys.UsualExponent),
        ["a prime"] = (KeyWeaknesses.SinglePrime, WeakKeys.Mersenne(2203), WeakKeys.UsualExponent),
        ["a prime of 4253 bits"] = (KeyWeaknesses.SinglePrime, WeakKeys.Mersenne(4253), WeakKeys.UsualExponent),
        ["the third power of a prime"] = (KeyWeaknesses.SinglePrime, BigInteger.Pow(WeakKeys.Mersenne(1279), 3), WeakKeys.UsualExponent),
        ["the square of a prime"] = (KeyWeaknesses.SinglePrime | KeyWeaknesses.NearPrimes, BigInteger.Pow(WeakKeys.Mersenne(1279), 2), WeakKeys.UsualExponent),
        ["the square of a sound modulus"] = (KeyWeaknesses.NearPrimes, WeakKeys.Sound * WeakKeys.Sound, WeakKeys.UsualExponent),
        ["two primes side by side"] = (KeyWeaknesses.NearPrimes, WeakKeys.NearModulus, WeakKeys.UsualExponent),
        ["a key of ROCA"] = (KeyWeaknesses.Roca, WeakKeys.RocaModulus, WeakKeys.UsualExponent),
        ["a key of ROCA with the exponent 1"] = (KeyWeaknesses.Roca | KeyWeaknesses.Exponent, WeakKeys.RocaModulus, 1),
        ["the modulus 0"] = (KeyWeaknesses.SmallFactor, BigInteger.Zero, WeakKeys.UsualExponent),
        ["the modulus 1, which is every power of 65537"] = (KeyWeaknesses.Roca | KeyWeaknesses.NearPrimes, BigInteger.One, WeakKeys.UsualExponent),
    };

    public static TheoryData<string> Names => [.. Weak.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_weakness_that_can_be_told_at_once_is_told(string name)
    {
        var (weaknesses, modulus, exponent) = Weak[name];

        Assert.Equal(weaknesses, KeyReview.WeaknessesOf(new RsaPublicKey(modulus, exponent)));
    }

    [Theory]
    [InlineData("the exponent 1", "its public exponent is 1")]
    [InlineData("an exponent of 257 bits", "its public exponent is a number of 257 bits")]
    [InlineData("a modulus divisible by 3", "small prime")]
    [InlineData("a prime", "single prime")]
    [InlineData("two primes side by side", "close together")]
    [InlineData("a key of ROCA", "ROCA, CVE-2017-15361")]
    public void The_reason_is_told_and_that_by_the_certificate_alone(string name, string reason)
    {
        var (weaknesses, modulus, exponent) = Weak[name];

        var verdict = KeyReview.Of(WeakKeys.Certificate(modulus, exponent));

        Assert.Equal(weaknesses, verdict.Weaknesses);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(weaknesses != KeyWeaknesses.Roca, verdict.IsForgeable);
    }

    [Fact]
    public void A_key_is_known_to_be_sound_once_it_was_examined_and_nothing_found()
    {
        using var rsa = RSA.Create(2048);
        var sound = WeakKeys.Certificate(RsaPublicKey.Of(rsa.ExportParameters(includePrivateParameters: false)).Modulus, WeakKeys.UsualExponent);
        var weak = WeakKeys.Certificate(WeakKeys.Mersenne(2203), WeakKeys.UsualExponent);
        Assert.False(KeyReview.IsKnownSound(sound));

        _ = (KeyReview.Of(sound), KeyReview.Of(weak));

        Assert.True(KeyReview.IsKnownSound(sound));
        Assert.False(KeyReview.IsKnownSound(weak));
    }

    [Fact]
    public void A_word_is_taken_for_the_certificate_that_it_is_about_and_for_no_other()
    {
        var (modulus, exponent) = (WeakKeys.Mersenne(2281), WeakKeys.UsualExponent);
        var vouched = WeakKeys.Certificate(modulus, exponent, X509KeyUsageFlags.DigitalSignature);

        KeyReview.TakeForSound(vouched);

        Assert.Equal(KeyWeaknesses.None, KeyReview.Of(vouched).Weaknesses);
        Assert.False(KeyReview.IsKnownSound(vouched));
        Assert.Equal(KeyWeaknesses.SinglePrime, KeyReview.Of(WeakKeys.Certificate(modulus, exponent)).Weaknesses);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(65537)]
    [InlineData(4294967297)]
    public void An_exponent_that_is_only_unusual_is_none_of_it(long exponent) =>
        Assert.Equal(KeyWeaknesses.None, KeyReview.WeaknessesOf(new RsaPublicKey(WeakKeys.Sound, exponent)));

    [Fact]
    public void A_key_whose_primes_are_at_hand_is_found_as_weak_as_its_public_half()
    {
        using var sound = Certs.Key(0).OpenKey();
        foreach (var numbers in new[] { sound.ExportParameters(includePrivateParameters: true), WeakKeys.RocaKey(), WeakKeys.NearKey() })
        {
            Assert.Equal(KeyReview.WeaknessesOf(RsaPublicKey.Of(numbers)), KeyReview.WeaknessesOf(numbers));
        }
    }

    [Fact]
    public void Primes_that_are_not_those_of_the_modulus_show_nothing()
    {
        var numbers = WeakKeys.NearKey() with { Modulus = WeakKeys.Mersenne(2203).ToByteArray(isUnsigned: true, isBigEndian: true) };

        Assert.Equal(KeyWeaknesses.SinglePrime, KeyReview.WeaknessesOf(numbers));
        Assert.Equal(KeyWeaknesses.SinglePrime, KeyReview.WeaknessesOf(numbers with { P = null, Q = null }));
        Assert.Equal(KeyWeaknesses.SinglePrime, KeyReview.WeaknessesOf(numbers with { P = [1], Q = numbers.Modulus }));
    }

    [Theory]
    [InlineData(2048, 5)]
    [InlineData(3072, 1)]
    [Trait("Size", "Nightly")]
    public void A_key_that_was_made_as_keys_are_made_is_never_flagged(int size, int keys)
    {
        for (var key = 0; key < GeneratedCases.Number(keys, byNight: 100 * keys); key++)
        {
            using var rsa = RSA.Create(size);
            var made = rsa.ExportParameters(includePrivateParameters: false);
            var modulus = new BigInteger(made.Modulus, isUnsigned: true, isBigEndian: true);

            Assert.Equal(KeyWeaknesses.None, KeyReview.WeaknessesOf(new RsaPublicKey(modulus, WeakKeys.UsualExponent)));
        }
    }

    [Fact]
    public void A_certificate_of_another_kind_or_none_has_no_weakness_to_tell()
    {
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=ec", elliptic, HashAlgorithmName.SHA256).CreateSelfSigned(Certs.Now, Certs.Now.AddDays(9));

        Assert.Equal(new KeyVerdict(KeyWeaknesses.None, "", null), KeyReview.Of(CertificateReader.Read(certificate.RawData)));
        Assert.Equal(new KeyVerdict(KeyWeaknesses.None, "", null), KeyReview.Of(Certs.Valid(1)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, null)]
    [InlineData(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, null)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, "keyEncipherment")]
    [InlineData(X509KeyUsageFlags.NonRepudiation | X509KeyUsageFlags.KeyCertSign, "nonRepudiation, keyCertSign")]
    [InlineData(X509KeyUsageFlags.None, "nothing")]
    public void A_certificate_that_is_not_for_signing_is_told_from_one_that_is_or_does_not_say(X509KeyUsageFlags? usage, string? told) =>
        Assert.Equal(told, KeyReview.Of(WeakKeys.Certificate(WeakKeys.Sound, WeakKeys.UsualExponent, usage)).OtherUsage);

    [Fact]
    public void A_certificate_is_examined_once()
    {
        var first = WeakKeys.Certificate(WeakKeys.RocaModulus, WeakKeys.UsualExponent);

        Assert.Same(KeyReview.Of(first), KeyReview.Of(CertificateReader.Read(first.Der.AsSpan())));
    }
}
