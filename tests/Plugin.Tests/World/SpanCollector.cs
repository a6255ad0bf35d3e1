using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>A collector that speaks OTLP over HTTP and keeps what it is sent.</summary>
internal sealed class SpanCollector : IAsyncDisposable
{
    private readonly WebApplication server;

    private SpanCollector(WebApplication server) => this.server = server;

    public ConcurrentQueue<byte[]> Bodies { get; } = new();

    public string Address => server.Urls.Single();

    public ImmutableArray<SentSpan> Spans => [.. Bodies.SelectMany(SentSpan.In)];

    /// <param name="answer">Keeps a request waiting as long as it is not done.</param>
    public static async Task<SpanCollector> StartAsync(Task? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var collector = new SpanCollector(server);
        server.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.Bodies.Enqueue(body.ToArray());
            await (answer ?? Task.CompletedTask);
        });
        await server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
