using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Tls;

/// <summary>Finds the server by the name that the client asks for (SNI), and shows its TLS certificate.</summary>
internal sealed class TlsHandshake(IHostBackend backend, ITlsCertificates certificates, EngineTroubles troubles)
{
    private const string Nameless = "localhost";

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
        catch (CryptographicException failure)
        {
            troubles.Note(new FaultException(FaultCatalogue.EmulatedTlsUnavailable(failure.Message), failure));
            throw new AuthenticationException(failure.Message, failure);
        }
    }

    private async Task<X509Certificate2> CertificateAsync(string name, CancellationToken cancellationToken)
    {
        var server = await backend.FindServerByHostAsync(name, cancellationToken);
        return server is null && name != Nameless
            ? throw new AuthenticationException($"There is no server under the name {name}.")
            : await certificates.OfAsync(name, server, cancellationToken);
    }
}
