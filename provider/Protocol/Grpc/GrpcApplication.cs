using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Finds what answers a call: null when there is no such method.</summary>
internal delegate ValueTask<RequestDelegate?> MethodFinder(HttpContext context, string path);

/// <summary>Takes each HTTP/2 request to its method, and knows what runs.</summary>
internal sealed class GrpcApplication(MethodFinder find) : IHttpApplication<HttpContext>, IDisposable
{
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

        Interlocked.Increment(ref active);
        WasCalled = true;
        try
        {
            using var body = RequestBody.Guard(context);
            var path = context.Request.Path.Value ?? "";
            var method = await find(context, path) ?? (_ => RefuseAsync(context, path));
            await method(context);
        }
        finally
        {
            Interlocked.Decrement(ref active);
        }

        if (SpentStreams.MayHaveWaited(context))
        {
            await spent.KeepAsync(context);
        }
    }

    public void Dispose() => spent.Dispose();

    private static Task RefuseAsync(HttpContext context, string path)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = "12";
        context.Response.Headers["grpc-message"] = Uri.EscapeDataString($"There is no method {path}.");
        return Task.CompletedTask;
    }
}
