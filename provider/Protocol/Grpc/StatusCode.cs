namespace PartnerTrust.Protocol.Grpc;

/// <summary>The outcome of a call, in the numbers of the wire (pulumi-protocol.md 5.2).</summary>
public enum StatusCode
{
    Ok,
    Cancelled,
    Unknown,
    InvalidArgument,
    DeadlineExceeded,
    NotFound,
    AlreadyExists,
    PermissionDenied,
    ResourceExhausted,
    FailedPrecondition,
    Aborted,
    OutOfRange,
    Unimplemented,
    Internal,
    Unavailable,
    DataLoss,
    Unauthenticated,
}
