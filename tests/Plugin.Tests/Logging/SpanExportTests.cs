using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Plugin.Tracing;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Logging;

/// <summary>The plugin's process and a real collector of traces.</summary>
public sealed class SpanExportTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = "b7ad6b7169203331";
    private const string Planted = "Pl4nted-Secret-0193";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Spans_of_a_run_arrive_under_the_span_of_whoever_started_the_plugin()
    {
        await using var collector = await SpanCollector.StartAsync();

        await RunAsync(collector.Address, async plugin =>
        {
            await new ManagedResource(plugin, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
            await new ManagedResource(plugin, "AuthMetadataEndpoint", "lync").UpAsync(Programs.Endpoint(PluginUnderTest.Lync));
            await new ManagedResource(plugin, "CertificateBinding", "exchange").UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
            await new ManagedResource(plugin, "PartnerApplication", "partner").UpAsync(Programs.LyncPartner());
            await new ManagedResource(plugin, "CertificateBinding", "wrong").CheckAsync(PropertyMap.Of(("server", PluginUnderTest.Lync)));
        });

        var spans = collector.Spans;
        Assert.All(spans, span => Assert.Equal((Trace, "pulumi-resource-partnertrust"), (span.TraceId, span.Service)));
        var create = spans.Single(span => span.Name == "Create" && Resource(span) == "PartnerApplication partner");
        var save = spans.Single(span => span.Name == "SavePartnerApplication");
        var fetch = spans.Single(span => span.Name == "GET" && span.Parent == save.Id);
        var fault = spans.Single(span => span.Tags.ContainsKey("partnertrust.fault.code"));
        Assert.Equal(Caller, create.Parent);
        Assert.Equal((create.Id, "PartnerApplication partner"), (save.Parent, Resource(save)));
        Assert.Equal((Programs.LyncUrl, "200", Resource(create)), (fetch.Tags["url.full"], fetch.Tags["http.response.status_code"], Resource(fetch)));
        Assert.Equal("PT1001", fault.Name);
        Assert.Equal("Check", spans.Single(span => span.Id == fault.Parent).Name);
        Assert.InRange(save.Nanoseconds, fetch.Nanoseconds, create.Nanoseconds);
    }

    [Fact]
    public async Task No_secret_leaves()
    {
        await using var collector = await SpanCollector.StartAsync();

        await RunAsync(collector.Address, async plugin =>
        {
            var program = PropertyMap.Of(
                ("server", PluginUnderTest.Lync), ("name", "Exchange"), ("authMetadataUrl", new SecretValue($"https://{Planted}.invalid/{Planted}")));
            await Assert.ThrowsAnyAsync<Exception>(() => new ManagedResource(plugin, "PartnerApplication", $"to {Planted}").UpAsync(program));
        });

        Assert.Contains(collector.Spans, span => span.Name == "GET");
        Assert.DoesNotContain(
            collector.Bodies, body => System.Text.Encoding.Latin1.GetString(body).Contains(Planted, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("no address")]
    public async Task A_collector_that_is_not_there_changes_nothing(string address) =>
        Assert.Equal(0, await RunAsync(address, plugin =>
            new ManagedResource(plugin, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync))));

    [Fact]
    public async Task A_collector_that_does_not_answer_is_not_waited_for()
    {
        var answer = new TaskCompletionSource();
        await using var collector = await SpanCollector.StartAsync(answer.Task);

        var code = await RunAsync(collector.Address, plugin =>
            new ManagedResource(plugin, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync)));

        Assert.Equal(0, code);
        answer.SetResult();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_collector_or_a_log_there_is_no_trace_at_all(string? endpoint) =>
        Assert.Null(RunTrace.Open(
            NullLoggerFactory.Instance, name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? endpoint : "http://127.0.0.1:1", "1.0.0", text => text));

    private static string Resource(SentSpan span) => span.Tags.GetValueOrDefault("partnertrust.resource", "");

    /// <summary>A run as the engine drives it, to its end; answers the exit code.</summary>
    private static async Task<int> RunAsync(string endpoint, Func<ResourceProviderClient, Task> work)
    {
        await using var engine = await RecordingEngine.StartAsync();
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pulumi-resource-partnertrust.dll"), engine.Address])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Folders.Make("traced"),
        };
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
        start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        start.Environment["TRACEPARENT"] = $"00-{Trace}-{Caller}-01";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var port = int.Parse((await process.StandardOutput.ReadLineAsync(limit.Token))!, CultureInfo.InvariantCulture);
        using (var channel = new GrpcChannel($"127.0.0.1:{port}"))
        {
            var client = new ResourceProviderClient(channel);
            await client.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = engine.Address }, limit.Token);
            await client.ConfigureAsync(PluginUnderTest.Configuring(PluginUnderTest.Servers), limit.Token);
            await work(client);
            await client.CancelAsync(limit.Token);
        }

        // The engine closes its connection, and the plugin ends.
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }
}
