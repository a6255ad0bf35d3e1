using System.Security.Cryptography.X509Certificates;

namespace PartnerTrust.Emulator.Connections;

/// <summary>The hosts on this machine, as those who connect to them see them.</summary>
internal interface ILocalHosts
{
    /// <summary>The loopback port at which the host is reached; null for one of the world outside. The first question starts the
    /// listener.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The host is one of them, and nothing listens on that port of it.</exception>
    Task<int?> FindPortAsync(string host, int port, CancellationToken cancellationToken);

    /// <summary>Whether the hosts' own authority signed a certificate; the name is the caller's to compare.</summary>
    bool VouchFor(X509Certificate2 certificate);
}
