using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PartnerTrust.Plugin.Schema;

namespace PartnerTrust.Plugin.Tracing;

/// <summary>Spans for a collector, by OpenTelemetry's own exporter and as its variables say (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and what belongs to
/// it). A collector that does not answer is nobody's failure, and nobody waits for it but the end of the process, for a moment.</summary>
internal sealed class SpanExport : IDisposable
{
    public const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TracerProvider provider;

    private SpanExport(TracerProvider provider) => this.provider = provider;

    /// <summary>Null where no collector is named: then nothing of the exporter is touched.</summary>
    public static SpanExport? Open(Func<string, string?> variable, string version, Func<string, string> hide) =>
        variable(Variable) is { Length: > 0 } ? new SpanExport(Start(version, hide)) : null;

    public void Flush() => _ = Task.Run(() => provider.ForceFlush((int)Patience.TotalMilliseconds));

    public void Dispose()
    {
        provider.Shutdown((int)Patience.TotalMilliseconds);
        provider.Dispose();
    }

    private static TracerProvider Start(string version, Func<string, string> hide)
    {
        // What the variables say of the service comes last, and counts.
        var resource = ResourceBuilder.CreateEmpty()
            .AddService($"pulumi-resource-{PackageSchema.PackageName}", serviceVersion: version)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        return Sdk.CreateTracerProviderBuilder()
            .AddSource(RunTrace.SourceName)
            .SetResourceBuilder(resource)
            .AddProcessor(new DiscreetSpans(hide))
            .AddOtlpExporter()
            .Build();
    }
}
