using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Tls;

/// <summary>What the hosts show in a TLS handshake.</summary>
internal interface ITlsCertificates
{
    /// <param name="name">The host name that the client asks for.</param>
    /// <param name="server">The server that answers under it; null for a client that asks for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<X509Certificate2> OfAsync(string name, Server? server, CancellationToken cancellationToken);
}
