using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Tls;

/// <summary>A certificate of the hosts' own authority for every name, with the server's other names beside it.</summary>
internal sealed class TlsCertificates(HostAuthority authority, CertificateCache cache) : ITlsCertificates
{
    public Task<X509Certificate2> OfAsync(string name, Server? server, CancellationToken cancellationToken) =>
        Task.FromResult(cache.Get(name, () => authority.Issue(
            [name, .. (server?.Hosts ?? []).Where(host => !host.Equals(name, StringComparison.OrdinalIgnoreCase))])));
}
