using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PartnerTrust.Testing.Samples;

/// <summary>The kinds that the products take.</summary>
public static class CertificateKinds
{
    public static IReadOnlyDictionary<string, CertificateKind> All { get; } = new CertificateKind[]
    {
        new("a key of 3072 bits") { Key = () => RSA.Create(3072) },
        new("a key of 4096 bits") { Key = () => RSA.Create(4096) },
        new("without an end (RFC 5280, 4.1.2.5)") { NotAfter = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero) },
        new("signed with SHA-1") { Authority = () => new Sha1Signature(Certs.Key(1)) },
        new("signed with SHA-384") { Hash = HashAlgorithmName.SHA384 },
        new("signed with SHA-512") { Hash = HashAlgorithmName.SHA512 },
        new("of an authority") { Authority = () => X509SignatureGenerator.CreateForRSA(Certs.Key(1).OpenKey(), RSASignaturePadding.Pkcs1) },
        new("of an authority that signs with PSS")
        {
            Authority = () => X509SignatureGenerator.CreateForRSA(Certs.Key(1).OpenKey(), RSASignaturePadding.Pss),
        },
        new("of an authority with an elliptic key")
        {
            Authority = () => X509SignatureGenerator.CreateForECDsa(ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        },
        new("a wildcard for subject") { Subject = "CN=*.litwareinc.com" },
        new("a wildcard among the names") { Subject = "CN=pool", DnsNames = ["*.litwareinc.com"] },
        new("an umlaut") { Subject = "CN=litwareinc.com, O=Müller AG, L=Zürich" },
        new("Japanese") { Subject = "CN=litwareinc.com, O=リットウェア株式会社" },
        new("beyond the first plane") { Subject = "CN=litwareinc.com, O=𠮷野家" },
        new("an internationalised name") { DnsNames = ["xn--bcher-kva.litwareinc.com"] },
        new("two hundred names") { Subject = "CN=pool", DnsNames = [.. Enumerable.Range(1, 200).Select(i => $"web{i}.litwareinc.com")] },
        new("a serial number of twenty bytes") { SerialNumber = [0x7F, .. Enumerable.Repeat((byte)0xFF, 19)] },
        new("no subject") { Subject = null, DnsNames = ["litwareinc.com"] },
        new("commas and quotes") { Subject = "CN=litwareinc.com, O=\"Litware, \"\"Inc.\"\"; R+D = <A>\"" },
        new("an escape") { Subject = @"CN=litwareinc.com, O=""A \ B # C""" },
        new("several values in one part") { Subject = "CN=litwareinc.com+OU=Voice+OU=Video, O=Litware" },
        new("an address in the subject") { Subject = "E=admin@litwareinc.com, CN=litwareinc.com" },
    }.ToDictionary(kind => kind.Name);
}
