using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Network;

namespace PartnerTrust.Emulator.Connections;

/// <summary>Leads connections to emulated servers to the loopback listener and all others through DNS, and knows which authority vouches
/// for which: that of the hosts for emulated servers only.</summary>
internal sealed class HostConnections(ILocalHosts hosts)
{
    private readonly ConcurrentDictionary<string, bool> emulated = new(StringComparer.OrdinalIgnoreCase);

    [SuppressMessage("Security", "CA5359", Justification = "The stack asks for it by trustAnySslCertificate, as Exchange lets laboratories do.")]
    public SocketsHttpHandler MakeHandler(bool trustAnyCertificate)
    {
        var handler = HttpsHandlers.Bare();
        handler.ConnectCallback = ConnectAsync;
        handler.UseProxy = false;
        handler.SslOptions.RemoteCertificateValidationCallback = trustAnyCertificate ? AcceptAny : Verify;
        return handler;
    }

    private static bool AcceptAny(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;

    private bool Verify(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => errors switch
    {
        SslPolicyErrors.RemoteCertificateChainErrors when sender is SslStream stream && emulated.ContainsKey(stream.TargetHostName)
            && certificate is X509Certificate2 candidate && hosts.VouchFor(candidate) => true,
        _ => TlsCertificateReview.Require(((SslStream)sender).TargetHostName, certificate, chain, errors),
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        EndPoint target = context.DnsEndPoint;
        if (await hosts.FindPortAsync(host, port, cancellationToken) is { } listening)
        {
            target = new IPEndPoint(IPAddress.Loopback, listening);
            emulated.TryAdd(host, true);
        }
        else
        {
            emulated.TryRemove(host, out _);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
