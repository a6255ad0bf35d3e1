using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Testing.Samples;

/// <summary>A certificate as installations have them: self-signed with key 0, for the SIP domain, unless changed.</summary>
/// <param name="Name">What is special about it.</param>
public sealed record CertificateKind(string Name)
{
    /// <summary>Null for a name without any part.</summary>
    public string? Subject { get; init; } = "CN=litwareinc.com";

    public IReadOnlyList<string> DnsNames { get; init; } = [];

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>What the authority signs with; null for a certificate that is signed by its own key.</summary>
    public Func<X509SignatureGenerator>? Authority { get; init; }

    public DateTimeOffset NotAfter { get; init; } = Certs.Now.AddYears(1);

    public byte[] SerialNumber { get; init; } = [1, 2, 3, 4];

    public Func<RSA> Key { get; init; } = () => Certs.Key(0).OpenKey();

    public CertificateWithKey Make()
    {
        using var key = Key();
        var name = Subject is null ? new X500DistinguishedName([0x30, 0]) : new X500DistinguishedName(Subject);
        var request = new CertificateRequest(name, key, Hash, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        if (DnsNames.Count > 0)
        {
            var names = new SubjectAlternativeNameBuilder();
            DnsNames.ToList().ForEach(names.AddDnsName);
            request.CertificateExtensions.Add(names.Build(critical: Subject is null));
        }

        var issuer = Authority is null ? name : new X500DistinguishedName("CN=Litware Issuing Authority");
        var signer = Authority?.Invoke() ?? X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1);
        using var certificate = request.Create(issuer, signer, Certs.Now.AddDays(-1), NotAfter, SerialNumber);
        return new CertificateWithKey(CertificateReader.Read(certificate.RawData), [.. key.ExportPkcs8PrivateKey()]);
    }
}
