using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Takes each HTTP/2 request to its handler, and everything that can go wrong there to a status.</summary>
internal sealed partial class GrpcApplication(ICallHandlers handlers, GrpcServerOptions options, ILogger logger)
    : IHttpApplication<HttpContext>, IDisposable
{
    /// <summary>The longest time that a timer can count; a deadline beyond it is none.</summary>
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly SpentStreams spent = new();
    private int active;

    public int ActiveCalls => Volatile.Read(ref active);

    public bool WasCalled { get; private set; }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (!GrpcHeaders.IsGrpc(context.Request.ContentType))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        var call = new GrpcCall(context);
        Interlocked.Increment(ref active);
        WasCalled = true;
        try
        {
            context.Response.ContentType = GrpcHeaders.ContentType;
            await AnswerAsync(context, call);
        }
        finally
        {
            call.Dispose();
            Interlocked.Decrement(ref active);
        }

        if (call.Written > SpentStreams.LengthThatNeverWaits)
        {
            await spent.KeepAsync(context);
        }
    }

    public void Dispose() => spent.Dispose();

    private async Task AnswerAsync(HttpContext context, GrpcCall call)
    {
        using var deadline = StartDeadline(context);
        try
        {
            var path = context.Request.Path.Value ?? "";
            var handler = handlers.Find(context, path) ?? throw new RpcException(StatusCode.Unimplemented, $"There is no method {path}.");
            await handler(call, deadline?.Token ?? context.RequestAborted);
            call.Succeed();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to tell.
        }
        catch (OperationCanceledException) when (deadline is { IsCancellationRequested: true })
        {
            call.Fail(new RpcException(StatusCode.DeadlineExceeded, "The deadline of the call has passed."));
        }
        catch (Exception exception)
        {
            call.Fail(Explain(exception, context.Request.Path));
        }
    }

    private static CancellationTokenSource? StartDeadline(HttpContext context)
    {
        if (GrpcTimeout.Parse(context.Request.Headers[GrpcHeaders.Timeout]) is not { } timeout || timeout > LongestDeadline)
        {
            return null;
        }

        var source = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        source.CancelAfter(timeout);
        return source;
    }

    private RpcException Explain(Exception exception, string path)
    {
        if (exception is RpcException failure)
        {
            return failure;
        }

        LogFailure(path, exception);
        return options.MapException?.Invoke(exception) ?? exception switch
        {
            OperationCanceledException => new RpcException(StatusCode.Cancelled, "The operation was cancelled."),
            PropertyFormatException => new RpcException(StatusCode.InvalidArgument, exception.Message),
            _ => new RpcException(StatusCode.Unknown, exception.Message),
        };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Path} failed")]
    private partial void LogFailure(string path, Exception exception);
}
