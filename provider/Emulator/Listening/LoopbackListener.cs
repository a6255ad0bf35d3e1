using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PartnerTrust.Emulator.Tls;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Listening;

/// <summary>A listener on loopback: a bare Kestrel, without the generic host, so that starting it costs little.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    // What is too large for its end point but not for this is answered rather than cut off.
    private const long LargestRequest = 16L * BoundedBody.Largest;
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(2);
    private readonly KestrelServer server;

    private LoopbackListener(KestrelServer server) => this.server = server;

    public int Port { get; private set; }

    /// <param name="port">0 for any.</param>
    /// <param name="tls">Null for plain HTTP, which the status page alone speaks.</param>
    /// <param name="application">Answers the requests.</param>
    /// <param name="logs">Where Kestrel logs.</param>
    /// <param name="cancellationToken">Ends starting.</param>
    public static async Task<LoopbackListener> StartAsync(
        int port, TlsConnections? tls, IHttpApplication<HttpContext> application, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = LargestRequest;
        options.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (tls is not null)
            {
                listen.Use(tls.Wrap);
            }
        });
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logs);
        var listener = new LoopbackListener(new KestrelServer(Options.Create(options), transport, logs));
        try
        {
            await listener.server.StartAsync(application, cancellationToken);
        }
        catch (IOException failure)
        {
            listener.server.Dispose();
            throw new FaultException(FaultCatalogue.PortUnavailable(port), failure);
        }
        catch
        {
            listener.server.Dispose();
            throw;
        }

        listener.Port = new Uri(listener.server.Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        return listener;
    }

    public async ValueTask DisposeAsync()
    {
        using var grace = new CancellationTokenSource(StopGrace);
        await server.StopAsync(grace.Token);
        server.Dispose();
    }
}
