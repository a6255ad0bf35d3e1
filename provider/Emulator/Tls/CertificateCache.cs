using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;

namespace PartnerTrust.Emulator.Tls;

/// <summary>TLS certificates, each made once. The names are those of configured servers, hence they are few.</summary>
internal sealed class CertificateCache : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> certificates = new(StringComparer.OrdinalIgnoreCase);

    public X509Certificate2 Get(string key, Func<X509Certificate2> make) =>
        certificates.GetOrAdd(key, _ => new Lazy<X509Certificate2>(make)).Value;

    public void Dispose()
    {
        foreach (var certificate in certificates.Values.Where(made => made.IsValueCreated))
        {
            certificate.Value.Dispose();
        }
    }
}
