using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Tests.CertificateSources;

public class CertificateReaderTests
{
    private const string Password = "corréct horse";

    [Theory]
    [InlineData(Password)]
    [InlineData("")]
    [InlineData(null)]
    public void A_pfx_is_read_with_its_key(string? password)
    {
        var read = CertificateReader.ReadPfxOrPem(Pfx(Certs.Key(0), password), password);

        Assert.Equal(Certs.Key(0).Certificate, read.Certificate);
        AssertSigns(read);
    }

    [Theory]
    [InlineData("wrong", "PT2008")]
    [InlineData(null, "PT2009")]
    [InlineData("", "PT2009")]
    public void A_pfx_with_the_wrong_password_is_refused_without_showing_it(string? password, string code)
    {
        var refusal = Refused(Pfx(Certs.Key(0), Password), password);

        Assert.Equal(code, refusal.Faults[0].Code);
        Assert.Equal("source.pfxPassword", refusal.Faults[0].Property);
        Assert.DoesNotContain(password is { Length: > 0 } ? password + "\"" : Password, refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, Password)]
    [InlineData(false, null)]
    public void A_pem_is_read_with_its_key_in_any_order(bool keyFirst, string? password)
    {
        var (certificate, key) = Pem(Certs.Key(1), password);

        var read = CertificateReader.ReadPfxOrPem(Encoding.UTF8.GetBytes(keyFirst ? key + "\n" + certificate : certificate + "\n" + key), password);

        Assert.Equal(Certs.Key(1), read);
        AssertSigns(read);
    }

    [Theory]
    [InlineData("wrong", "PT2008")]
    [InlineData(null, "PT2009")]
    public void An_encrypted_pem_with_the_wrong_password_is_refused(string? password, string code)
    {
        var (certificate, key) = Pem(Certs.Key(1), Password);

        Assert.Equal(code, Refused(Encoding.UTF8.GetBytes(certificate + "\n" + key), password).Faults[0].Code);
    }

    [Fact]
    public void A_pem_without_a_key_is_refused() =>
        Assert.Equal("PT2005", Refused(Encoding.UTF8.GetBytes(Pem(Certs.Key(1), null).Certificate), null).Faults[0].Code);

    [Fact]
    public void A_pfx_without_a_key_is_refused()
    {
        using var bare = X509CertificateLoader.LoadCertificate(Certs.Public(0).Der.AsSpan());

        Assert.Equal("PT2005", Refused(bare.Export(X509ContentType.Pfx, Password)!, Password).Faults[0].Code);
    }

    [Fact]
    public void A_foreign_private_key_is_refused()
    {
        var mixed = Pem(Certs.Key(0), null).Certificate + "\n" + Pem(Certs.Key(1), null).Key;

        Assert.Equal("PT2011", Refused(Encoding.UTF8.GetBytes(mixed), null).Faults[0].Code);
    }

    [Fact]
    public void A_pfx_of_several_identities_is_refused()
    {
        using var first = WithKey(Certs.Key(0));
        using var second = WithKey(Certs.Key(1));
        var both = new X509Certificate2Collection { first, second }.Export(X509ContentType.Pfx, Password)!;

        Assert.Equal("PT2010", Refused(both, Password).Faults[0].Code);
    }

    [Fact]
    public void A_key_that_is_not_rsa_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=ec", key, HashAlgorithmName.SHA256).CreateSelfSigned(Certs.Now, Certs.Now.AddDays(9));

        Assert.Equal("PT2004", Refused(certificate.Export(X509ContentType.Pfx, Password)!, Password).Faults[0].Code);
        Assert.Equal(
            "PT2004",
            Refused(Encoding.UTF8.GetBytes(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()), null).Faults[0].Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>no certificate</html>")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----")]
    public void What_is_no_certificate_is_refused(string text) =>
        Assert.Equal("PT2007", Refused(Encoding.UTF8.GetBytes(text), null).Faults[0].Code);

    [Fact]
    public void A_key_that_is_encrypted_in_the_old_form_is_called_that()
    {
        var (certificate, _) = Pem(Certs.Key(1), null);
        var key = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n"
            + Convert.ToBase64String(new byte[1200]) + "\n-----END RSA PRIVATE KEY-----\n";

        var fault = Refused(Encoding.UTF8.GetBytes(certificate + "\n" + key), Password).Faults.Single();

        Assert.Equal("PT2007", fault.Code);
        Assert.Contains("Proc-Type: 4,ENCRYPTED", fault.Found, StringComparison.Ordinal);
        Assert.Contains("openssl pkcs8 -topk8", fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_that_is_stretched_without_measure_is_called_that()
    {
        var file = new Pkcs12Builder();
        var bags = new Pkcs12SafeContents();
        bags.AddShroudedKey(
            Certs.Key(0).OpenKey(), Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 400_000));
        file.AddSafeContentsUnencrypted(bags);
        file.SealWithMac(Password, HashAlgorithmName.SHA256, 2048);

        var fault = Refused(file.Encode(), Password).Faults.Single();

        Assert.Equal("PT2007", fault.Code);
        Assert.Contains("300000 iterations", fault.Found, StringComparison.Ordinal);
        Assert.Contains("openssl pkcs12 -export -iter", fault.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Microsoft Software Key Storage Provider")]
    [InlineData("Microsoft Enhanced RSA and AES Cryptographic Provider")]
    [InlineData(null)]
    public void The_provider_that_a_pfx_names_for_its_key_is_read(string? provider)
    {
        var file = new Pkcs12Builder();
        var bags = new Pkcs12SafeContents();
        using var certificate = WithKey(Certs.Key(0));
        var bag = bags.AddShroudedKey(
            certificate.GetRSAPrivateKey()!, Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2048));
        bag.Attributes.Add(new Pkcs9LocalKeyId([1]));
        if (provider is not null)
        {
            var name = new AsnWriter(AsnEncodingRules.DER);
            name.WriteCharacterString(UniversalTagNumber.BMPString, provider);
            bag.Attributes.Add(new AsnEncodedData(new Oid("1.3.6.1.4.1.311.17.1"), name.Encode()));
        }

        bags.AddCertificate(certificate).Attributes.Add(new Pkcs9LocalKeyId([1]));
        file.AddSafeContentsUnencrypted(bags);
        file.SealWithMac(Password, HashAlgorithmName.SHA256, 2048);

        Assert.Equal(provider, CertificateReader.ReadPfxOrPem(file.Encode(), Password).KeyProvider);
    }

    [Fact]
    public void A_truncated_pfx_is_refused_at_every_length()
    {
        var pfx = Pfx(Certs.Key(0), Password);

        Assert.All(
            Enumerable.Range(0, 40).Select(i => i * pfx.Length / 40),
            length => Assert.StartsWith("PT20", Refused(pfx[..length], Password).Faults[0].Code));
    }

    [Fact]
    public void A_public_certificate_is_read_from_der_and_pem()
    {
        var certificate = Certs.Public(0);

        Assert.Equal(certificate, CertificateReader.Read(certificate.Der.AsSpan()));
        Assert.Equal(certificate, CertificateReader.ReadPem(Pem(Certs.Key(0), null).Certificate));
    }

    [Fact]
    public void A_private_key_where_a_public_certificate_belongs_is_refused()
    {
        var (certificate, key) = Pem(Certs.Key(0), null);

        var refusal = Assert.Throws<FaultException>(() => CertificateReader.ReadPem(certificate + "\n" + key));

        Assert.Equal("PT2027", refusal.Faults[0].Code);
    }

    [Fact]
    public void A_certificate_with_its_key_shows_no_key() =>
        Assert.Equal($"CertificateWithKey {{ {Certs.Public(0).Thumbprint} }}", Certs.Key(0).ToString());

    private static FaultException Refused(byte[] content, string? password) =>
        Assert.Throws<FaultException>(() => CertificateReader.ReadPfxOrPem(content, password));

    private static byte[] Pfx(CertificateWithKey certificate, string? password)
    {
        using var withKey = WithKey(certificate);
        return withKey.Export(X509ContentType.Pfx, password)!;
    }

    private static (string Certificate, string Key) Pem(CertificateWithKey certificate, string? password)
    {
        using var key = certificate.OpenKey();
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        return (
            PemEncoding.WriteString("CERTIFICATE", certificate.Certificate.Der.AsSpan()),
            password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, parameters));
    }

    private static X509Certificate2 WithKey(CertificateWithKey certificate)
    {
        using var key = certificate.OpenKey();
        using var bare = X509CertificateLoader.LoadCertificate(certificate.Certificate.Der.AsSpan());
        return bare.CopyWithPrivateKey(key);
    }

    private static void AssertSigns(CertificateWithKey read)
    {
        using var key = read.OpenKey();
        using var certificate = X509CertificateLoader.LoadCertificate(read.Certificate.Der.AsSpan());
        using var verifier = certificate.GetRSAPublicKey()!;
        byte[] data = [1, 2, 3];
        Assert.True(verifier.VerifyData(
            data, key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
