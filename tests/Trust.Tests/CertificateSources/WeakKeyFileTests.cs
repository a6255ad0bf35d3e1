using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.CertificateSources;

/// <summary>Files with a weak key: read where the platform opens the key, and refused by the number of the weakness either way.</summary>
public class WeakKeyFileTests
{
    [Theory]
    [InlineData("roca", "ROCA")]
    [InlineData("near", "close together")]
    public void A_file_with_a_weak_key_is_read_and_then_refused(string weakness, string reason)
    {
        var (pem, pfx) = Files(weakness == "roca" ? WeakKeys.RocaKey() : WeakKeys.NearKey());

        foreach (var content in new[] { pem, pfx })
        {
            var fault = Assert.Single(CertificateRules.Validate(CertificateReader.ReadPfxOrPem(content, null).Certificate, true, Certs.Now));

            Assert.Equal("PT2030", fault.Code);
            Assert.Contains(reason, fault.Found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_key_that_the_platform_does_not_open_is_refused_for_what_it_is()
    {
        var certificate = WeakKeys.Der(WeakKeys.Sound, 1);
        var key = WeakKeys.Pkcs8OfExponentOne();
        var pem = PemEncoding.WriteString("CERTIFICATE", certificate) + "\n" + PemEncoding.WriteString("PRIVATE KEY", key);

        foreach (var content in new[] { Encoding.ASCII.GetBytes(pem), Pkcs12.Of(certificate, key) })
        {
            var refusal = Assert.Throws<FaultException>(() =>
            {
                var read = CertificateReader.ReadPfxOrPem(content, null);
                CertificateRules.Bind(CertificateSlots.Empty, read.Certificate, default, Certs.Now, null);
            });

            Assert.Equal("PT2030", refusal.Faults[0].Code);
            Assert.Contains("public exponent is 1", refusal.Faults[0].Found, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_certificate_that_the_platform_does_not_open_may_stand_beside_a_sound_one(bool isFirst)
    {
        using var key = Certs.Key(0).OpenKey();
        var sound = PemEncoding.WriteString("CERTIFICATE", Certs.Public(0).Der.AsSpan()) + "\n";
        var weak = PemEncoding.WriteString("CERTIFICATE", WeakKeys.Der(WeakKeys.Sound, 1)) + "\n";
        var pem = (isFirst ? weak + sound : sound + weak) + key.ExportPkcs8PrivateKeyPem();

        Assert.Equal(Certs.Key(0), CertificateReader.ReadPfxOrPem(Encoding.ASCII.GetBytes(pem), null));
    }

    private static (byte[] Pem, byte[] Pfx) Files(RSAParameters parameters)
    {
        using var key = RSA.Create(parameters);
        var request = new CertificateRequest("CN=litwareinc.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Certs.Now.AddDays(-1), Certs.Now.AddDays(9));
        var pem = certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
        return (Encoding.ASCII.GetBytes(pem), certificate.Export(X509ContentType.Pfx)!);
    }
}
