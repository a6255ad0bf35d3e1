using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Tls;

/// <summary>Chooses the TLS certificate by the name that the client asks for (SNI), and breaks what a fault says is broken.</summary>
internal sealed class TlsHandshake(IHostBackend backend, HostAuthority authority, EngineTroubles troubles) : IDisposable
{
    private const string Nameless = "localhost";
    private readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> certificates = new(StringComparer.OrdinalIgnoreCase);

    public async ValueTask<SslServerAuthenticationOptions> ChooseAsync(string? asked, CancellationToken cancellationToken)
    {
        var name = asked is { Length: > 0 } ? asked : Nameless;
        try
        {
            return new SslServerAuthenticationOptions
            {
                ServerCertificate = await CertificateAsync(name, cancellationToken),
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            };
        }
        catch (FaultException failure)
        {
            troubles.Note(failure);
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var certificate in certificates.Values.Where(made => made.IsValueCreated))
        {
            certificate.Value.Dispose();
        }
    }

    private async Task<X509Certificate2> CertificateAsync(string name, CancellationToken cancellationToken)
    {
        var server = await backend.FindServerByHostAsync(name, cancellationToken);
        if (server is null && name != Nameless)
        {
            throw new AuthenticationException($"There is no server under the name {name}.");
        }

        var faults = server is null ? HostFaults.None : await HostFaults.ReadAsync(backend, server.Fqdn, cancellationToken);
        if (faults.Has(HostFaultKind.BrokenTls))
        {
            throw new AuthenticationException("The handshake was broken off by a fault that is switched on.");
        }

        if (faults.Has(HostFaultKind.UntrustedTls))
        {
            return Cached("self-signed:" + name, () => HostAuthority.IssueSelfSigned(name));
        }

        if (faults.Has(HostFaultKind.ExpiredTls))
        {
            return Cached("expired:" + name, () => authority.IssueExpired(name));
        }

        return faults.Has(HostFaultKind.WrongTlsName)
            ? Cached("wrong." + name, () => authority.Issue("wrong." + name))
            : Cached(name, () => authority.Issue(name));
    }

    // Names are limited to those of configured servers, hence so is the cache.
    private X509Certificate2 Cached(string key, Func<X509Certificate2> make) =>
        certificates.GetOrAdd(key, _ => new Lazy<X509Certificate2>(make)).Value;
}
