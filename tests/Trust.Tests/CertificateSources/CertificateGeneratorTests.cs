using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.CertificateSources;

public class CertificateGeneratorTests
{
    [Fact]
    public void A_generated_certificate_is_self_signed_and_sound()
    {
        var made = CertificateGenerator.SelfSigned("CN=Microsoft Exchange Server Auth Certificate", 2048, 1825, Certs.Now.AddMilliseconds(700));

        Assert.Equal(made.Certificate.Subject, made.Certificate.Issuer);
        Assert.Equal((Certs.Now.AddMinutes(-10), Certs.Now.AddDays(1825)), (made.Certificate.NotBefore, made.Certificate.NotAfter));
        Assert.Empty(CertificateRules.Validate(made.Certificate, true, Certs.Now));
        using var loaded = X509CertificateLoader.LoadCertificate(made.Certificate.Der.AsSpan());
        Assert.Equal(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment,
            loaded.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
    }

    [Fact]
    public void A_machine_that_makes_no_such_key_is_told_of()
    {
        var refusal = Assert.Throws<FaultException>(() => CertificateGenerator.SelfSigned(
            "CN=litwareinc.com", 3072, 365, Certs.Now, _ => throw new CryptographicException("The algorithm is switched off.")));

        Assert.Equal("PT2032", refusal.Faults[0].Code);
        Assert.Contains("3072 bits: The algorithm is switched off.", refusal.Faults[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("litwareinc.com", 2048, 365, "PT2012")]
    [InlineData("", 2048, 365, "PT2012")]
    [InlineData("CN=a", 1024, 365, "PT2003")]
    [InlineData("CN=a", 2049, 365, "PT2022")]
    [InlineData("CN=a", 65536, 365, "PT2022")]
    [InlineData("CN=a", 2048, 0, "PT2023")]
    [InlineData("CN=a", 2048, 99999, "PT2023")]
    public void A_wish_that_no_product_takes_is_refused(string subject, int keySize, int validityDays, string code)
    {
        var refusal = Assert.Throws<FaultException>(() => CertificateGenerator.SelfSigned(subject, keySize, validityDays, Certs.Now));

        Assert.Equal(code, refusal.Faults[0].Code);
        Assert.StartsWith("source.generate.", refusal.Faults[0].Property);
    }

    [Theory]
    [InlineData(ServerProduct.LyncServer, "litwareinc.com", null)]
    [InlineData(ServerProduct.LyncServer, "contoso.com", "PT2018")]
    [InlineData(ServerProduct.LyncServer, "inc.com", "PT2018")]
    [InlineData(ServerProduct.ExchangeServer, "contoso.com", null)]
    public void Lync_wants_the_SIP_domain_in_the_certificate(ServerProduct product, string realm, string? code)
    {
        var server = new Server("atl-cs-001.litwareinc.com", product, realm, new Uri("https://atl-cs-001.litwareinc.com/metadata/json/1"), []);

        Assert.Equal(code, SubjectRules.Check(Certs.Public(0), server, realm)?.Code);
    }
}
