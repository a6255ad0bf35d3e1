using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Finds what answers a call.</summary>
internal interface ICallHandlers
{
    /// <summary>Null when there is no such method.</summary>
    GrpcHandler? Find(HttpContext context, string path);
}

/// <summary>The same for every caller.</summary>
internal sealed class CallHandlers(IEnumerable<GrpcService> services) : ICallHandlers
{
    private readonly Dictionary<string, GrpcHandler> handlers = new(services.SelectMany(service => service.Handlers), StringComparer.Ordinal);

    public GrpcHandler? Find(HttpContext context, string path) => handlers.GetValueOrDefault(path);
}
