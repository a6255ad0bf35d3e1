using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Tls;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Servers whose TLS is broken, or shows a certificate that nobody should accept (domain.md 6.3, 8 row 6).</summary>
internal sealed class SpoiltCertificates(
    ITlsCertificates good, HostAuthority authority, CertificateCache cache, IHostFaults faults) : ITlsCertificates
{
    public async Task<X509Certificate2> OfAsync(string name, Server? server, CancellationToken cancellationToken)
    {
        var switched = server is null ? new HostFaults([]) : await faults.ReadAsync(server.Fqdn, cancellationToken);
        if (switched.Has(HostFaultKind.BrokenTls))
        {
            throw new AuthenticationException("The handshake is broken off, as the switched-on fault says.");
        }

        return switched.Has(HostFaultKind.UntrustedTls) ? cache.Get("self-signed:" + name, () => HostAuthority.IssueSelfSigned(name))
            : switched.Has(HostFaultKind.ExpiredTls) ? cache.Get("expired:" + name, () => authority.IssueExpired(name))
            : switched.Has(HostFaultKind.WrongTlsName) ? cache.Get("wrong." + name, () => authority.Issue("wrong." + name))
            : await good.OfAsync(name, server, cancellationToken);
    }
}
