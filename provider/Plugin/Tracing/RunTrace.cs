using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Tracing;

/// <summary>What one service does, as spans: each call, and below it what the engine was asked, the cmdlets, the fetches and the faults. The rooms
/// below begin theirs under the one that runs, and none where none does. Every span carries the resource that it is for, goes into the log when
/// it ends, and to a collector where one is named.</summary>
internal sealed class RunTrace : IDisposable
{
    public const string SourceName = "PartnerTrust";

    private readonly ActivitySource source = new(SourceName);
    private readonly ActivityListener listener;
    private readonly SpanExport? export;
    private readonly ActivityContext parent;

    private RunTrace(SpanLog? log, SpanExport? export, ActivityContext parent)
    {
        (this.export, this.parent) = (export, parent);
        listener = new ActivityListener
        {
            // Another service of this process has a source of its own by the same name.
            ShouldListenTo = other => ReferenceEquals(other, source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = CallTags.Inherit,
            ActivityStopped = span => log?.Write(span),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Null where nobody wants to know: then no span is ever begun.</summary>
    /// <param name="logs">Where the spans are told of.</param>
    /// <param name="variable">Environment variables; null for one that is not set.</param>
    /// <param name="version">Of the plugin.</param>
    /// <param name="hide">Takes out what nobody may see.</param>
    public static RunTrace? Open(ILoggerFactory logs, Func<string, string?> variable, string version, Func<string, string> hide)
    {
        var log = SpanLog.Open(logs, hide);
        var export = SpanExport.Open(variable, version, hide);
        _ = ActivityContext.TryParse(variable("TRACEPARENT"), variable("TRACESTATE"), isRemote: true, out var parent);
        return log is null && export is null ? null : new RunTrace(log, export, parent);
    }

    /// <summary>The span of a call, below the one that its caller names, or else the one in which the plugin was started.</summary>
    public Activity? Begin(IncomingCall call)
    {
        var span = source.StartActivity("rpc", ActivityKind.Server, call.Parent ?? parent);
        if (span is not null)
        {
            CallTags.Describe(span, call);
        }

        return span;
    }

    /// <summary>Sends what has ended so far, meanwhile: the plugin may be killed soon.</summary>
    public void Flush() => export?.Flush();

    public void Dispose()
    {
        export?.Dispose();
        listener.Dispose();
        source.Dispose();
    }
}
