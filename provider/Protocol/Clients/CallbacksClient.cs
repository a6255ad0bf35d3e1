using Google.Protobuf;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Protocol.Clients;

/// <summary>Calls the callbacks that a program has registered.</summary>
public sealed class CallbacksClient(GrpcChannel channel)
{
    private const string Service = "pulumirpc.Callbacks";

    public Task<CallbackInvokeResponse> InvokeAsync(CallbackInvokeRequest request, CancellationToken cancellation) =>
        CallAsync("Invoke", request, CallbackInvokeResponse.Parser, cancellation);

    private Task<TResponse> CallAsync<TRequest, TResponse>(
        string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        channel.UnaryAsync(Service, method, request, parser, cancellation);
}
