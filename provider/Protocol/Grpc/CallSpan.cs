using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>One call as a span, from its arrival to its answer; nothing where nobody wants to know.</summary>
internal sealed class CallSpan : IDisposable
{
    private readonly Activity? span;

    // Of a call that is over before it has an answer.
    private StatusCode outcome = StatusCode.Cancelled;

    private CallSpan(Activity? span) => this.span = span;

    public static CallSpan Begin(Func<IncomingCall, Activity?>? begin, IMessage request, ServerCallContext call) =>
        new(begin?.Invoke(new IncomingCall(call.Method, request, ParentIn(call.RequestHeaders))));

    public void Answered() => outcome = StatusCode.OK;

    public RpcException Failed(RpcException failure)
    {
        outcome = failure.StatusCode;
        return failure;
    }

    public void Dispose()
    {
        span?.SetTag("rpc.grpc.status_code", (int)outcome);
        span?.SetStatus(outcome == StatusCode.OK ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        span?.Dispose();
    }

    private static ActivityContext? ParentIn(Metadata headers) =>
        headers.GetValue("traceparent") is { } parent
        && ActivityContext.TryParse(parent, headers.GetValue("tracestate"), isRemote: true, out var context) ? context : null;
}
