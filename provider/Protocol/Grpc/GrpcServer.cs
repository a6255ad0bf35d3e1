using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>A gRPC server on 127.0.0.1: Kestrel and nothing around it, because a plugin must answer its first call at once.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(1);

    private readonly KestrelServer kestrel;
    private readonly GrpcApplication application;
    private readonly ConnectionCount connections;

    private GrpcServer(KestrelServer kestrel, GrpcApplication application, ConnectionCount connections) =>
        (this.kestrel, this.application, this.connections) = (kestrel, application, connections);

    public int Port { get; private set; }

    /// <summary>How many calls are being answered now.</summary>
    public int ActiveCalls => application.ActiveCalls;

    /// <summary>Whether anybody is connected.</summary>
    public bool IsConnected => connections.Any;

    /// <summary>Whether there has been any call.</summary>
    public bool WasCalled => application.WasCalled;

    public static Task<GrpcServer> StartAsync(
        GrpcServerOptions options, IReadOnlyList<GrpcService> services, CancellationToken cancellation)
    {
        // Made ready while the server starts and its first caller connects.
        var boundary = BoundaryOf(options);
        var methods = Task.Run(() => new MethodTable(services, boundary), CancellationToken.None);
        return StartAsync(options, async (_, path) => (await methods).Find(path), cancellation);
    }

    /// <summary>As the other, with services for each connection.</summary>
    public static Task<GrpcServer> StartAsync(GrpcServerOptions options, Func<IGrpcConnection> open, CancellationToken cancellation)
    {
        var methods = new ConnectionMethods(open, BoundaryOf(options));
        return StartAsync(options, (context, path) => ValueTask.FromResult(methods.Find(context, path)), cancellation);
    }

    private static async Task<GrpcServer> StartAsync(GrpcServerOptions options, MethodFinder find, CancellationToken cancellation)
    {
        var logs = options.Logs ?? NullLoggerFactory.Instance;
        var application = new GrpcApplication(find);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logs);
        var connections = new ConnectionCount();
        var server = new GrpcServer(
            new KestrelServer(Options.Create(Configure(options.Port, connections)), transport, logs), application, connections);
        await server.kestrel.StartAsync(application, cancellation);
        server.Port = server.FindPort();
        return server;
    }

    /// <summary>Calls that still run get a moment to end; then their connections are closed.</summary>
    public async ValueTask DisposeAsync()
    {
        application.Dispose();
        using var grace = new CancellationTokenSource(ShutdownGrace);
        await kestrel.StopAsync(grace.Token);
        kestrel.Dispose();
    }

    /// <summary>Each deviation from Kestrel's defaults is one that broke calls (pulumi-protocol.md 5.4).</summary>
    private static KestrelServerOptions Configure(int port, ConnectionCount connections)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.KeepAliveTimeout = TimeSpan.FromHours(24);
        options.Limits.Http2.MaxStreamsPerConnection = 10_000;
        options.Limits.Http2.InitialStreamWindowSize = 4 * 1024 * 1024;
        options.Limits.Http2.InitialConnectionWindowSize = 16 * 1024 * 1024;
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(connections.Around);
        });
        return options;
    }

    private static CallBoundary BoundaryOf(GrpcServerOptions options) =>
        new(options.MapException, options.BeginSpan, (options.Logs ?? NullLoggerFactory.Instance).CreateLogger<GrpcServer>());

    private int FindPort() => new Uri(kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
}
