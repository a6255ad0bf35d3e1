using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.CertificateSources.Kinds;

/// <summary>Whatever the products take: it is read, bound, published, trusted, and signs.</summary>
public sealed class CertificateKindTests
{
    private const string Password = "word";

    private static readonly Dictionary<string, Lazy<CertificateWithKey>> Made =
        CertificateKinds.All.Values.ToDictionary(kind => kind.Name, kind => new Lazy<CertificateWithKey>(kind.Make));

    public static TheoryData<string> Names => [.. CertificateKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_read_from_a_file_of_either_form(string name)
    {
        var certificate = Made[name].Value;

        Assert.Equal(certificate, CertificateReader.ReadPfxOrPem(Pfx(certificate), Password));
        Assert.Equal(certificate, CertificateReader.ReadPfxOrPem(Pem.Of(certificate).AsSpan(), null));
        Assert.Equal(
            certificate.Certificate, CertificateReader.ReadPem(PemEncoding.WriteString("CERTIFICATE", certificate.Certificate.Der.AsSpan())));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_bound_everywhere_without_a_remark(string name)
    {
        var certificate = Made[name].Value.Certificate;

        foreach (var server in Enum.GetValues<ServerProduct>().Select(Estate.ByProduct))
        {
            var slots = CertificateRules.Bind(CertificateSlots.Empty, certificate, server.Product, Certs.Now, null);

            Assert.Empty(CertificateRules.Remarks(slots, server, Certs.Now));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_published_by_every_product_and_read_again(string name)
    {
        var certificate = Made[name].Value.Certificate;

        foreach (var server in Enum.GetValues<ServerProduct>().Select(Estate.ByProduct))
        {
            var document = AuthMetadata.Of(server, null, new CertificateSlots(null, certificate, null, null), server.MetadataUrl, Certs.Now);
            var text = AuthMetadataWriter.Write(document, server.Product);

            Assert.Equal(certificate, AuthMetadataReader.Read(Encoding.UTF8.GetBytes(text), null, server.MetadataUrl).Keys.Single());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_it_signs_is_accepted(string name)
    {
        var signer = Made[name].Value;
        var state = Scene.State.With(Scene.LyncAtExchange with { TrustedKeys = [signer.Certificate] });

        var validation = Scene.AtExchange(TokenIssuer.IssueActor(Scene.FromLync, signer), state);

        Assert.True(validation.Accepted, validation.Refusal?.Text);
    }

    [Theory]
    [InlineData("an umlaut", "Müller AG")]
    [InlineData("an umlaut", "Zürich")]
    [InlineData("Japanese", "リットウェア株式会社")]
    [InlineData("beyond the first plane", "𠮷野家")]
    [InlineData("several values in one part", "OU=Video")]
    public void Its_subject_is_shown_as_it_was_written(string name, string part) =>
        Assert.Contains(part, Made[name].Value.Certificate.Subject, StringComparison.Ordinal);

    /// <summary>Whole labels count, in a wildcard's name too.</summary>
    [Theory]
    [InlineData("CN=*.notlitwareinc.com", null)]
    [InlineData("CN=litwareinc.com.attacker.example", null)]
    [InlineData("CN=*.com", null)]
    [InlineData("O=\"litwareinc.company, litwareinc\"", "*.litwareinc.community")]
    [InlineData(null, "xn--litwareinc-jeb.com")]
    public void Lync_is_warned_of_one_without_the_SIP_domain(string? subject, string? dnsName)
    {
        var kind = new CertificateKind("") { Subject = subject, DnsNames = dnsName is null ? [] : [dnsName] };

        Assert.Equal("PT2018", SubjectRules.Check(kind.Make().Certificate, Estate.Lync, Litware.Realm)?.Code);
    }

    /// <summary>The products take rsaEncryption alone: RS256 is not made with such a key.</summary>
    [Fact]
    public void One_whose_key_is_for_PSS_alone_is_refused_by_its_kind()
    {
        using var key = Certs.Key(0).OpenKey();
        var sound = new PublicKey(key);
        var forPss = new PublicKey(new Oid("1.2.840.113549.1.1.10"), null, sound.EncodedKeyValue);
        var request = new CertificateRequest(new X500DistinguishedName("CN=litwareinc.com"), forPss, HashAlgorithmName.SHA256);
        using var certificate = request.Create(
            request.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pss), Certs.Now.AddDays(-1), Certs.Now.AddDays(9), [1]);

        var fault = CertificateRules.Validate(CertificateReader.Read(certificate.RawData), true, Certs.Now).Single();

        Assert.Equal("PT2004", fault.Code);
        Assert.Contains("PSS", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void One_without_an_end_ends_with_the_last_second_that_can_be_written() =>
        Assert.Equal(
            new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero), Made["without an end (RFC 5280, 4.1.2.5)"].Value.Certificate.NotAfter);

    private static byte[] Pfx(CertificateWithKey certificate)
    {
        using var key = certificate.OpenKey();
        using var bare = X509CertificateLoader.LoadCertificate(certificate.Certificate.Der.AsSpan());
        using var withKey = bare.CopyWithPrivateKey(key);
        return withKey.Export(X509ContentType.Pfx, Password)!;
    }
}
