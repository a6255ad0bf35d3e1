using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Around every handler: what it throws becomes a status that the caller can take.</summary>
/// <param name="map">See <see cref="GrpcServerOptions.MapException"/>.</param>
/// <param name="beginSpan">See <see cref="GrpcServerOptions.BeginSpan"/>.</param>
/// <param name="log">Hears of exceptions that are no statuses yet.</param>
internal sealed partial class CallBoundary(Func<Exception, RpcException>? map, Func<IncomingCall, Activity?>? beginSpan, ILogger log)
{
    /// <summary>grpc-js never ends a call whose trailers are longer (48 KiB in base64), nor any later one on that connection
    /// (pulumi-protocol.md 5.2).</summary>
    private const int LongestDetailsForNode = 36 * 1024;

    public async Task<IMessage> AnswerAsync(
        Func<IMessage, CancellationToken, Task<IMessage>> handler, IMessage request, ServerCallContext call)
    {
        using var span = CallSpan.Begin(beginSpan, request, call);
        try
        {
            var answer = await handler(request, call.CancellationToken);
            SpentStreams.Grow(call.GetHttpContext(), answer.CalculateSize());
            span.Answered();
            return answer;
        }
        catch (Exception failure) when (!IsCallOver(failure, call))
        {
            throw span.Failed(Explain(failure, call));
        }
    }

    public async Task AnswerAsync(
        Func<IMessage, CancellationToken, IAsyncEnumerable<IMessage>> handler,
        IMessage request,
        IAsyncStreamWriter<IMessage> answers,
        ServerCallContext call)
    {
        using var span = CallSpan.Begin(beginSpan, request, call);
        try
        {
            await foreach (var answer in handler(request, call.CancellationToken).WithCancellation(call.CancellationToken))
            {
                SpentStreams.Grow(call.GetHttpContext(), answer.CalculateSize());
                await answers.WriteAsync(answer, call.CancellationToken);
            }

            span.Answered();
        }
        catch (Exception failure) when (!IsCallOver(failure, call))
        {
            throw span.Failed(Explain(failure, call));
        }
    }

    /// <summary>The caller has gone, or its deadline has passed and it was told so: there is nobody to explain anything to.</summary>
    private static bool IsCallOver(Exception failure, ServerCallContext call) =>
        failure is OperationCanceledException && call.CancellationToken.IsCancellationRequested;

    private RpcException Explain(Exception failure, ServerCallContext call)
    {
        var told = failure as RpcException ?? Map(failure, call.Method);
        var trailers = new Metadata();
        if (told.Trailers.Get(RpcFailure.DetailsKey) is { } details && CallerTakes(details, call))
        {
            trailers.Add(details);
        }

        return new RpcException(new Status(told.StatusCode, StatusMessage.Bound(told.Status.Detail)), trailers);
    }

    private RpcException Map(Exception failure, string path)
    {
        LogFailure(path, failure);
        return map?.Invoke(failure) ?? failure switch
        {
            OperationCanceledException => RpcFailure.Of(StatusCode.Cancelled, "The operation was cancelled."),
            PropertyFormatException => RpcFailure.Of(StatusCode.InvalidArgument, failure.Message),
            _ => RpcFailure.Of(StatusCode.Unknown, failure.Message),
        };
    }

    private static bool CallerTakes(Metadata.Entry details, ServerCallContext call) => details.ValueBytes.Length <= LongestDetailsForNode
        || !call.GetHttpContext().Request.Headers.UserAgent.ToString().StartsWith("grpc-node-js/", StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Path} failed")]
    private partial void LogFailure(string path, Exception exception);
}
