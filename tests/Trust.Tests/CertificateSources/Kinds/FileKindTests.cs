using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.CertificateSources.Kinds;

/// <summary>Files as administrators export them.</summary>
public sealed class FileKindTests
{
    private const string Password = "word";

    private static readonly Lazy<CertificateWithKey> Leaf = new(CertificateKinds.All["of an authority"].Make);

    private static readonly PbeParameters Aes = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2048);
    private static readonly PbeParameters TripleDes = new(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, 2048);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_a_whole_chain_the_certificate_with_the_key_is_taken(int place)
    {
        SigningCertificate[] above = [Certs.Public(1), Certs.Public(2)];
        SigningCertificate[] chain = [.. above[..place], Leaf.Value.Certificate, .. above[place..]];
        var pem = string.Concat(chain.Select(link => PemEncoding.WriteString("CERTIFICATE", link.Der.AsSpan()) + "\n")) + KeyOf(Leaf.Value);

        Assert.Equal(Leaf.Value, Read(Pfx(Aes, file => file.SealWithMac(Password, HashAlgorithmName.SHA256, 2048), chain)));
        Assert.Equal(Leaf.Value, CertificateReader.ReadPfxOrPem(Encoding.ASCII.GetBytes(pem), null));
    }

    [Fact]
    public void A_file_that_is_encrypted_with_Triple_DES_is_read() => Assert.Equal(
        Leaf.Value, Read(Pfx(TripleDes, file => file.SealWithMac(Password, HashAlgorithmName.SHA1, 2048), Leaf.Value.Certificate)));

    [Fact]
    public void A_file_without_a_seal_is_read() =>
        Assert.Equal(Leaf.Value, Read(Pfx(Aes, file => file.SealWithoutIntegrity(), Leaf.Value.Certificate)));

    [Theory]
    [InlineData("Auth-Zertifikat für Zürich")]
    [InlineData("認証")]
    [InlineData("")]
    public void A_friendly_name_in_any_script_does_not_matter(string name)
    {
        var file = Pfx(Aes, file => file.SealWithMac(Password, HashAlgorithmName.SHA256, 2048), name, Leaf.Value.Certificate);

        Assert.Equal(Leaf.Value, Read(file));
    }

    /// <summary>Where OpenSSL has no RC2 any more, it is said that this is why.</summary>
    [Fact]
    public void A_file_that_is_encrypted_with_RC2_is_read_or_told_to_be_one()
    {
        try
        {
            Assert.Equal(LegacyPfx.Thumbprint, CertificateReader.ReadPfxOrPem(LegacyPfx.Content, LegacyPfx.Password).Certificate.Thumbprint.Hex);
        }
        catch (FaultException refusal)
        {
            Assert.Contains("encrypted with RC2", refusal.Faults.Single().Found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void That_this_machine_has_no_RC2_is_told_with_the_way_out()
    {
        const string unsupported = "error:0308010C:digital envelope routines::unsupported";

        var told = PfxWithKey.Unreadable(LegacyPfx.Content, new CryptographicException(unsupported));

        Assert.Equal("PT2007", told.Code);
        Assert.Contains("encrypted with RC2", told.Found, StringComparison.Ordinal);
        Assert.Contains("AES256_SHA256", told.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("RC2", PfxWithKey.Unreadable(LegacyPfx.Content, new CryptographicException()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("RC2", PfxWithKey.Unreadable([1, 2], new CryptographicException(unsupported)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_key_alone_is_refused_with_its_true_length()
    {
        var file = Pfx(Aes, file => file.SealWithMac(Password, HashAlgorithmName.SHA256, 2048));

        Assert.StartsWith($"PT2007: The content ({file.Length} bytes)", Refusal(() => Read(file)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elliptic", "PT2004", "\"ECDSA\"")]
    [InlineData("DSA", "PT2004", "\"DSA\"")]
    [InlineData("small", "PT2003", "1024 bits")]
    public void A_key_that_no_product_signs_with_is_refused_by_its_kind(string kind, string code, string told)
    {
        var refusal = Refusal(() => CertificateRules.Bind(
            CertificateSlots.Empty, Read(OfOtherKey(kind)).Certificate, ServerProduct.ExchangeServer, Certs.Now, null));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(told, refusal.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_local_time_at_the_end_of_the_calendar_is_that_of_a_certificate_without_an_end() => Assert.Equal(
        new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
        CertificateReader.Instant(DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Local)));

    private static CertificateWithKey Read(byte[] pfx) => CertificateReader.ReadPfxOrPem(pfx, Password);

    private static Fault Refusal(Action act) => Assert.Throws<FaultException>(act).Faults.Single();

    private static string KeyOf(CertificateWithKey certificate) => PemEncoding.WriteString("PRIVATE KEY", certificate.Pkcs8.AsSpan());

    private static byte[] Pfx(PbeParameters encryption, Action<Pkcs12Builder> seal, params SigningCertificate[] certificates) =>
        Pfx(encryption, seal, null, certificates);

    /// <summary>The leaf's key, and those certificates; both bags of the leaf have the friendly name.</summary>
    private static byte[] Pfx(PbeParameters encryption, Action<Pkcs12Builder> seal, string? name, params SigningCertificate[] certificates)
    {
        var (keys, bags) = (new Pkcs12SafeContents(), new Pkcs12SafeContents());
        using var key = Leaf.Value.OpenKey();
        Mark(keys.AddShroudedKey(key, Password, encryption), name);
        foreach (var certificate in certificates)
        {
            using var loaded = X509CertificateLoader.LoadCertificate(certificate.Der.AsSpan());
            var bag = bags.AddCertificate(loaded);
            if (certificate == Leaf.Value.Certificate)
            {
                Mark(bag, name);
            }
        }

        var file = new Pkcs12Builder();
        file.AddSafeContentsEncrypted(bags, Password, encryption);
        file.AddSafeContentsUnencrypted(keys);
        seal(file);
        return file.Encode();
    }

    private static void Mark(Pkcs12SafeBag bag, string? name)
    {
        bag.Attributes.Add(new Pkcs9LocalKeyId([1]));
        if (name is not null)
        {
            var written = new AsnWriter(AsnEncodingRules.DER);
            written.WriteCharacterString(UniversalTagNumber.BMPString, name);
            bag.Attributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.20"), written.Encode()));
        }
    }

    private static byte[] OfOtherKey(string kind)
    {
        var name = new X500DistinguishedName("CN=litwareinc.com");
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var small = RSA.Create(1024);
        using var dsa = DSA.Create(2048);
        using var authority = Certs.Key(1).OpenKey();
        var request = kind switch
        {
            "elliptic" => new CertificateRequest(name, elliptic, HashAlgorithmName.SHA384),
            "small" => new CertificateRequest(name, small, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => new CertificateRequest(name, new PublicKey(dsa), HashAlgorithmName.SHA256),
        };
        using var bare = request.Create(
            name, X509SignatureGenerator.CreateForRSA(authority, RSASignaturePadding.Pkcs1), Certs.Now.AddDays(-1), Certs.Now.AddDays(99), [1]);
        using var withKey = kind switch
        {
            "elliptic" => bare.CopyWithPrivateKey(elliptic),
            "small" => bare.CopyWithPrivateKey(small),
            _ => bare.CopyWithPrivateKey(dsa),
        };
        return withKey.Export(X509ContentType.Pfx, Password)!;
    }
}
