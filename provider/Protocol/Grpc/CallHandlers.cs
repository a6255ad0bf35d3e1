using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Finds what answers a call.</summary>
internal interface ICallHandlers
{
    /// <summary>Null when there is no such method.</summary>
    ValueTask<RequestDelegate?> FindAsync(HttpContext context, string path);
}

/// <summary>The same for every caller. They are made ready while the server starts and its first caller connects.</summary>
internal sealed class CallHandlers(IReadOnlyList<GrpcService> services, CallBoundary boundary) : ICallHandlers
{
    private readonly Task<MethodTable> methods = Task.Run(() => new MethodTable(services, boundary));

    public async ValueTask<RequestDelegate?> FindAsync(HttpContext context, string path) => (await methods).Find(path);
}
