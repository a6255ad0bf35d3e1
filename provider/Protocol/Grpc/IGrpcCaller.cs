using Google.Protobuf;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Calls the methods of a service, wherever it is.</summary>
public interface IGrpcCaller
{
    Task<TResponse> UnaryAsync<TRequest, TResponse>(
        string service, string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>;

    IAsyncEnumerable<TResponse> ServerStreamingAsync<TRequest, TResponse>(
        string service, string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>;
}
