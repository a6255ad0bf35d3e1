using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Protocol.Tests.Grpc;

/// <summary>An HTTP/2 server that answers whatever a test wants a channel to meet.</summary>
internal sealed class ForeignServer(RequestDelegate answer) : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly KestrelServer kestrel = new(
        Options.Create(Configure()),
        new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
        NullLoggerFactory.Instance);

    public static async Task<ForeignServer> StartAsync(RequestDelegate answer)
    {
        var server = new ForeignServer(answer);
        await server.kestrel.StartAsync(server, CancellationToken.None);
        return server;
    }

    public GrpcChannel Connect() => new(new Uri(kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => answer(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await kestrel.StopAsync(new CancellationToken(true));
        kestrel.Dispose();
    }

    private static KestrelServerOptions Configure()
    {
        var options = new KestrelServerOptions();
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        return options;
    }
}
