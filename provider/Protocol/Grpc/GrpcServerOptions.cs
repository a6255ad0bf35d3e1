using System.Diagnostics;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace PartnerTrust.Protocol.Grpc;

public sealed record GrpcServerOptions
{
    /// <summary>The loopback port to listen on; 0 lets the system choose.</summary>
    public int Port { get; init; }

    public ILoggerFactory? Logs { get; init; }

    /// <summary>Says what a caller is told about an exception that is no <see cref="RpcException"/>. Without it: cancellation is
    /// <see cref="StatusCode.Cancelled"/>, a malformed property <see cref="StatusCode.InvalidArgument"/>, all else
    /// <see cref="StatusCode.Unknown"/> with the message and no stack.</summary>
    public Func<Exception, RpcException>? MapException { get; init; }

    /// <summary>Begins the span of a call, which ends with it; null, or a null answer, where nobody wants to know.</summary>
    public Func<IncomingCall, Activity?>? BeginSpan { get; init; }
}
