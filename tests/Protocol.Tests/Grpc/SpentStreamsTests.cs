using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Google.Protobuf.WellKnownTypes;
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

/// <summary>Answers that may have waited for room take their stream with them (dotnet/aspnetcore#53736).</summary>
[Collection(AloneCollection.Name)]
public sealed class SpentStreamsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Value Long = Value.ForString(new string('x', 100_000));
    private static readonly Value Short = Value.ForString("hello");

    [Fact]
    public async Task A_stream_that_is_kept_is_never_taken_for_a_later_call()
    {
        using var spent = new SpentStreams();
        await using var server = await ObservedServer.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync(new byte[10]);
            if (context.Request.Path == "/kept")
            {
                await spent.KeepAsync(context);
            }
        });

        await server.GetAsync("/kept");
        for (var call = 0; call < 10; call++)
        {
            await server.GetAsync("/other");
        }

        var kept = server.Streams.Single(call => call.Path == "/kept").Stream;
        Assert.Equal(10, server.Streams.Count(call => call.Path == "/other" && call.Stream != kept));
    }

    [Theory]
    [InlineData(1, 30_000, false)]
    [InlineData(2, 30_000, true)]
    [InlineData(1, 40_000, true)]
    public void An_answer_may_have_waited_that_is_longer_than_the_least_window(int messages, int bytes, bool mayHave)
    {
        var context = new DefaultHttpContext();
        for (var message = 0; message < messages; message++)
        {
            SpentStreams.Grow(context, bytes);
        }

        Assert.Equal(mayHave, SpentStreams.MayHaveWaited(context));
        Assert.False(SpentStreams.MayHaveWaited(new DefaultHttpContext()));
    }

    [Fact]
    public async Task A_long_answer_is_whole_and_its_call_counts_as_ended()
    {
        await using var loopback = await Loopback.StartAsync();

        var answer = await loopback.EchoAsync(Long);

        Assert.Equal(Long, answer);
        Assert.Equal(0, loopback.Server.ActiveCalls);
    }

    [Fact]
    public async Task Streams_that_are_kept_do_not_hold_up_the_server_s_end()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServerOptions(), [Echo()], CancellationToken.None);
        using var channel = new GrpcChannel($"127.0.0.1:{server.Port}");
        for (var call = 0; call < 5; call++)
        {
            await channel.UnaryAsync(Loopback.Service, "Echo", Long, Value.Parser, CancellationToken.None);
        }

        var watch = Stopwatch.StartNew();
        await server.DisposeAsync();

        // Kestrel would wait a second for a handler that runs.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public async Task Thousands_of_long_answers_to_one_caller_are_all_given()
    {
        await using var loopback = await Loopback.StartAsync();

        for (var call = 0; call < 2_500; call++)
        {
            Assert.Equal(Long.StringValue.Length, (await loopback.EchoAsync(Long).WaitAsync(Patience)).StringValue.Length);
            if (call % 100 == 0)
            {
                Assert.Equal(Short, await loopback.EchoAsync(Short).WaitAsync(Patience));
            }
        }
    }

    private static GrpcService Echo() =>
        new GrpcService(Loopback.Service).Unary("Echo", Value.Parser, (Value request, CancellationToken _) => Task.FromResult(request));

    /// <summary>Kestrel as our server has it, with a view of the objects that it takes for its streams.</summary>
    private sealed class ObservedServer(Func<HttpContext, Task> answer) : IHttpApplication<HttpContext>, IAsyncDisposable
    {
        private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false })
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        private readonly KestrelServer kestrel = new(
            Options.Create(Configure()),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);

        public ConcurrentQueue<(string Path, object Stream)> Streams { get; } = new();

        public static async Task<ObservedServer> StartAsync(Func<HttpContext, Task> answer)
        {
            var server = new ObservedServer(answer);
            await server.kestrel.StartAsync(server, CancellationToken.None);
            return server;
        }

        public Task<string> GetAsync(string path) =>
            http.GetStringAsync(new Uri(kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First() + path)).WaitAsync(Patience);

        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context)
        {
            Streams.Enqueue((context.Request.Path, context.Features.Get<IHttpRequestFeature>()!));
            return answer(context);
        }

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            using var now = new CancellationTokenSource();
            await now.CancelAsync();
            await kestrel.StopAsync(now.Token);
            kestrel.Dispose();
        }

        private static KestrelServerOptions Configure()
        {
            var options = new KestrelServerOptions();
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            return options;
        }
    }
}
