using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Bindings;

/// <summary>What a certificate's names must hold (domain.md 2.1): Lync wants the SIP domain, the others do not care.</summary>
public static class SubjectRules
{
    /// <summary>A warning when the product cares and the realm is in neither subject nor alternative names; else null.</summary>
    public static Fault? Check(SigningCertificate certificate, Server server) =>
        server.Product != ServerProduct.LyncServer || Names(certificate).Any(name => name.Contains(server.Realm, StringComparison.OrdinalIgnoreCase))
            ? null
            : FaultCatalogue.SubjectLacksRealm(certificate, server.Realm);

    private static List<string> Names(SigningCertificate certificate)
    {
        using var loaded = X509CertificateLoader.LoadCertificate(certificate.Der.AsSpan());
        var alternative = loaded.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames());
        return [certificate.Subject, .. alternative];
    }
}
