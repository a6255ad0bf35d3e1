using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Keys;

public class KeyRulesTests
{
    private static readonly SigningCertificate NotForSigning =
        WeakKeys.Certificate(WeakKeys.Sound, WeakKeys.UsualExponent, X509KeyUsageFlags.KeyEncipherment);

    public static TheoryData<string> Weak => ["exponent", "smallFactor", "singlePrime", "nearPrimes", "roca"];

    [Theory]
    [MemberData(nameof(Weak))]
    public void A_weak_key_is_bound_nowhere(string weakness)
    {
        var certificate = Certificate(weakness);

        var refusal = Assert.Throws<FaultException>(
            () => CertificateRules.Bind(CertificateSlots.Empty, certificate, ServerProduct.LyncServer, Certs.Now, null));

        Assert.Equal(("PT2030", "source", false), (refusal.Faults.Single().Code, refusal.Faults[0].Property, refusal.Faults[0].IsWarning));
        Assert.Contains(certificate.Thumbprint.Hex, refusal.Faults[0].Found, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Weak))]
    public void A_weak_key_that_was_read_is_warned_about(string weakness)
    {
        var certificate = Certificate(weakness);

        var remark = Assert.Single(
            KeyRules.Remarks("00000004-0000-0ff1-ce00-000000000000@litwareinc.com", [certificate, certificate, Certs.Public(1)]));

        Assert.Equal(("PT3029", true), (remark.Code, remark.IsWarning));
        Assert.Contains($"{certificate.Thumbprint.Hex} (x5t {certificate.Thumbprint.X5t})", remark.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_is_not_for_signing_is_bound_with_a_warning()
    {
        var slots = CertificateRules.Bind(CertificateSlots.Empty, NotForSigning, ServerProduct.ExchangeServer, Certs.Now, null);

        var remark = Assert.Single(CertificateRules.Remarks(slots, Estate.Exchange, Certs.Now));
        Assert.Equal(("PT2031", true), (remark.Code, remark.IsWarning));
        Assert.Contains("keyEncipherment", remark.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_is_not_for_signing_is_trusted_with_a_warning()
    {
        var remark = Assert.Single(KeyRules.Remarks("lync", [NotForSigning]));

        Assert.Equal(("PT3030", true), (remark.Code, remark.IsWarning));
        Assert.Contains($"{NotForSigning.Thumbprint.Hex} (x5t {NotForSigning.Thumbprint.X5t})", remark.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_certificate_is_sound_and_for_signing() => Assert.Empty(KeyRules.Check(Certs.Public(0)));

    private static SigningCertificate Certificate(string weakness) => WeakKeys.Certificate(
        weakness switch
        {
            "smallFactor" => WeakKeys.Sound * 3,
            "singlePrime" => WeakKeys.Mersenne(2203),
            "nearPrimes" => WeakKeys.NearModulus,
            "roca" => WeakKeys.RocaModulus,
            _ => WeakKeys.Sound,
        },
        weakness == "exponent" ? BigInteger.One : WeakKeys.UsualExponent);
}
