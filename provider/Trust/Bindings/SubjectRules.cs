using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Bindings;

/// <summary>What a certificate's names must hold (domain.md 2.1): Lync wants the SIP domain, the others do not care.</summary>
public static class SubjectRules
{
    /// <summary>Of the warning.</summary>
    public const string Number = "PT2018";

    /// <summary>A warning when the product cares and neither subject nor alternative names hold one of the domains, or a name below it; else
    /// null.</summary>
    /// <param name="certificate">What signs.</param>
    /// <param name="server">For whom.</param>
    /// <param name="domains">What may be the SIP domain: at least the realm, which is told where none is found.</param>
    public static Fault? Check(SigningCertificate certificate, Server server, params IReadOnlyList<string> domains) =>
        server.Product != ServerProduct.LyncServer || Names(certificate).Any(name => domains.Any(domain => IsIn(domain, name)))
            ? null
            : FaultCatalogue.SubjectLacksRealm(certificate, domains[0]);

    private static bool IsIn(string domain, string name) =>
        name.Equals(domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(SigningCertificate certificate)
    {
        using var loaded = X509CertificateLoader.LoadCertificate(certificate.Der.AsSpan());
        var alternative = loaded.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames());
        return [.. Words(certificate.Subject), .. alternative];
    }

    /// <summary>A subject may say more than a name: what could be one is compared as a whole.</summary>
    private static IEnumerable<string> Words(string subject)
    {
        var start = 0;
        for (var end = 0; end <= subject.Length; end++)
        {
            if (end < subject.Length && (char.IsLetterOrDigit(subject[end]) || subject[end] is '.' or '-' or '_' or '*'))
            {
                continue;
            }

            if (end > start)
            {
                yield return subject[start..end];
            }

            start = end + 1;
        }
    }
}
