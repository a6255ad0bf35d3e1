using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PartnerTrust.Emulator.Tls;

/// <summary>The authority that signs the TLS certificates of the embedded hosts, one a data directory. Nothing outside trusts it.</summary>
internal sealed class HostAuthority : IDisposable
{
    // TLS is scenery here: its certificates outlive every clock a test or a laboratory may set.
    private static readonly DateTimeOffset NotBefore = new(2013, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NotAfter = new(2099, 12, 31, 0, 0, 0, TimeSpan.Zero);
    private readonly X509Certificate2 certificate;

    private HostAuthority(X509Certificate2 certificate) => this.certificate = certificate;

    /// <summary>The public half in PEM form, for those who want to trust the hosts from a tool of theirs.</summary>
    public string Pem => certificate.ExportCertificatePem();

    public static HostAuthority Open(byte[] pkcs12) =>
        new(X509CertificateLoader.LoadPkcs12(pkcs12, null, X509KeyStorageFlags.Exportable));

    public static byte[] Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=PartnerTrust embedded hosts", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var made = request.CreateSelfSigned(NotBefore, NotAfter);
        return made.Export(X509ContentType.Pkcs12);
    }

    /// <summary>A TLS certificate for host names, signed by this authority. The first one is its subject.</summary>
    public X509Certificate2 Issue(params IReadOnlyList<string> hosts) => Issue(hosts, NotAfter);

    /// <summary>A TLS certificate for one host name whose time is over.</summary>
    public X509Certificate2 IssueExpired(string host) => Issue([host], NotBefore.AddYears(1));

    /// <summary>A TLS certificate for one host name that nobody vouches for.</summary>
    public static X509Certificate2 IssueSelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Servable(RequestFor([host], key).CreateSelfSigned(NotBefore, NotAfter));
    }

    /// <summary>Whether this authority signed a certificate; the name is the caller's to compare.</summary>
    public bool Signed(X509Certificate2 candidate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(candidate);
    }

    public void Dispose() => certificate.Dispose();

    private X509Certificate2 Issue(IReadOnlyList<string> hosts, DateTimeOffset notAfter)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = RequestFor(hosts, key).Create(certificate, NotBefore, notAfter, RandomNumberGenerator.GetBytes(16));
        return Servable(signed.CopyWithPrivateKey(key));
    }

    private static CertificateRequest RequestFor(IReadOnlyList<string> hosts, ECDsa key)
    {
        var request = new CertificateRequest("CN=" + hosts[0], key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request;
    }

    // Windows cannot serve TLS with a key that exists in memory alone; elsewhere the way through a file's form is only slow.
    private static X509Certificate2 Servable(X509Certificate2 made)
    {
        if (!OperatingSystem.IsWindows())
        {
            return made;
        }

        using (made)
        {
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        }
    }
}
