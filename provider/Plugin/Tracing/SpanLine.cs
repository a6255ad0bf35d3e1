using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Grpc.Core;

namespace PartnerTrust.Plugin.Tracing;

/// <summary>A span in a line: what was done, where and for which resource, what came of it, and how long it took.</summary>
internal static class SpanLine
{
    public const string Rpc = "rpc";
    public const string Fault = "fault";

    private const string Fetch = "fetch";

    public static ImmutableArray<string> Kinds { get; } = [Rpc, "engine", "shell", "cmdlet", Fetch, Fault];

    public static string Of(Activity span) => span.OperationName == Fault
        ? $"{span.GetTagItem(FaultSpan.Text)}{For(span)}"
        : string.Create(CultureInfo.InvariantCulture, $"{Subject(span)}{For(span)}: {Outcome(span)}, {span.Duration.TotalMilliseconds:0.0} ms");

    private static string Subject(Activity span) => span.OperationName switch
    {
        Rpc => span.DisplayName + (span.GetTagItem(CallTags.Preview) is true ? " (preview)" : ""),
        Fetch => $"{span.DisplayName} {span.GetTagItem("url.full")}",
        _ => $"{span.DisplayName} on {span.GetTagItem("server.address")}",
    };

    private static string For(Activity span) => span.GetTagItem(CallTags.Resource) is { } resource ? $" for {resource}" : "";

    private static string Outcome(Activity span) => span.GetTagItem("rpc.grpc.status_code") is int status
        ? ((StatusCode)status).ToString()
        : span.GetTagItem("outcome")?.ToString() ?? "no answer";
}
