using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Protocol.Clients;

/// <summary>Calls the engine.</summary>
public sealed class EngineClient(GrpcChannel channel)
{
    private const string Service = "pulumirpc.Engine";

    public Task<Empty> LogAsync(LogRequest request, CancellationToken cancellation) =>
        CallAsync("Log", request, Empty.Parser, cancellation);

    public Task<GetRootResourceResponse> GetRootResourceAsync(GetRootResourceRequest request, CancellationToken cancellation) =>
        CallAsync("GetRootResource", request, GetRootResourceResponse.Parser, cancellation);

    public Task<SetRootResourceResponse> SetRootResourceAsync(SetRootResourceRequest request, CancellationToken cancellation) =>
        CallAsync("SetRootResource", request, SetRootResourceResponse.Parser, cancellation);

    public Task<Empty> StartDebuggingAsync(StartDebuggingRequest request, CancellationToken cancellation) =>
        CallAsync("StartDebugging", request, Empty.Parser, cancellation);

    public Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(RequirePulumiVersionRequest request, CancellationToken cancellation) =>
        CallAsync("RequirePulumiVersion", request, RequirePulumiVersionResponse.Parser, cancellation);

    private Task<TResponse> CallAsync<TRequest, TResponse>(
        string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        channel.UnaryAsync(Service, method, request, parser, cancellation);
}
