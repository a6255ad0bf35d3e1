using Grpc.Core;
using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Tracing;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The one place where failures become statuses (pulumi-protocol.md 2.3): <c>UNKNOWN</c> tells the engine that it cannot know
/// what happened, every other status that nothing did.</summary>
/// <param name="log">For failures that nobody foresaw.</param>
/// <param name="hide">Takes out of a text what the settings mark secret.</param>
internal sealed partial class RpcBoundary(ILogger<RpcBoundary> log, Func<string, string> hide)
{
    public RpcException Map(Exception failure)
    {
        switch (failure)
        {
            case RpcException known:
                return known;
            case FaultException refusal:
                foreach (var fault in refusal.Faults)
                {
                    FaultSpan.Tell(fault);
                }

                return RpcFailure.Of(StatusOf(refusal.Faults[0].Kind), hide(refusal.Message));
            case OperationCanceledException:
                return RpcFailure.Of(StatusCode.Cancelled, FaultCatalogue.OperationCancelled().ToString());
            case PropertyFormatException malformed:
                return RpcFailure.Of(
                    StatusCode.InvalidArgument,
                    FaultCatalogue.ValueUnreadable(malformed.Path, "it does not have a form that Pulumi defines.").ToString());
            default:
                LogUnexpected(log, failure);
                return RpcFailure.Of(StatusCode.Unknown, FaultCatalogue.Unexpected(failure.GetType().Name).ToString());
        }
    }

    private static StatusCode StatusOf(FaultKind kind) => kind switch
    {
        FaultKind.Input => StatusCode.InvalidArgument,
        FaultKind.Unsupported => StatusCode.Unimplemented,
        FaultKind.Cancelled => StatusCode.Cancelled,
        FaultKind.TimedOut => StatusCode.DeadlineExceeded,
        FaultKind.Unknown => StatusCode.Unknown,
        _ => StatusCode.FailedPrecondition,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "An error without a number reached the boundary")]
    private static partial void LogUnexpected(ILogger logger, Exception failure);
}
