using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PartnerTrust.Benchmarks;

/// <summary>Kestrel that answers every request with the frame of an empty message and does nothing else.</summary>
internal sealed class EmptyEndpoint : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private static readonly byte[] Answer = new byte[5];

    private readonly KestrelServer kestrel = new(
        Options.Create(Configure()),
        new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
        NullLoggerFactory.Instance);

    public int Port => new Uri(kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public static async Task<EmptyEndpoint> StartAsync()
    {
        var endpoint = new EmptyEndpoint();
        await endpoint.kestrel.StartAsync(endpoint, CancellationToken.None);
        return endpoint;
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentType = "application/grpc";
        await context.Response.BodyWriter.WriteAsync(Answer);
        context.Response.AppendTrailer("grpc-status", "0");
    }

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
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        return options;
    }
}
