using Grpc.Core;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>What a failed call really says. The library hands on any number as a status, and calls a call cancelled that ended without a
/// status, or with one that is no number, or whose connection took too long.</summary>
internal static class StatusGuard
{
    public static StatusCode CodeOf(Status status) => status.StatusCode switch
    {
        StatusCode.Cancelled => Uncancelled(status),
        >= StatusCode.OK and <= StatusCode.Unauthenticated => status.StatusCode,
        _ => StatusCode.Unknown,
    };

    private static StatusCode Uncancelled(Status status) => status switch
    {
        { DebugException: InvalidOperationException } => StatusCode.Unknown,
        { DebugException: OperationCanceledException { InnerException: TimeoutException } } => StatusCode.Unavailable,
        { Detail: "No grpc-status found on response." } => StatusCode.Internal,
        _ when status.Detail.StartsWith("Bad gRPC response.", StringComparison.Ordinal) => StatusCode.Internal,
        _ => StatusCode.Cancelled,
    };
}
