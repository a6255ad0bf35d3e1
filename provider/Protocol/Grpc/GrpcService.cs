using Google.Protobuf;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The methods of one service and what answers them. <paramref name="name"/> is the full name, such as <c>pulumirpc.Engine</c>.</summary>
public sealed class GrpcService(string name)
{
    private readonly List<KeyValuePair<string, GrpcHandler>> handlers = [];

    internal IEnumerable<KeyValuePair<string, GrpcHandler>> Handlers => handlers;

    public GrpcService Unary<TRequest, TResponse>(
        string method, MessageParser<TRequest> parser, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => Add(method, async (call, cancellation) =>
    {
        var request = await call.ReadRequestAsync(parser, cancellation);
        call.Write(await handler(request, cancellation));
    });

    public GrpcService ServerStreaming<TRequest, TResponse>(
        string method, MessageParser<TRequest> parser, Func<TRequest, CancellationToken, IAsyncEnumerable<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => Add(method, async (call, cancellation) =>
    {
        var request = await call.ReadRequestAsync(parser, cancellation);
        await foreach (var response in handler(request, cancellation).WithCancellation(cancellation))
        {
            call.Write(response);
            await call.FlushAsync(cancellation);
        }
    });

    private GrpcService Add(string method, GrpcHandler handler)
    {
        handlers.Add(new($"/{name}/{method}", handler));
        return this;
    }
}

/// <summary>Reads the request of one call and writes its messages; the status is written by whoever called.</summary>
internal delegate Task GrpcHandler(GrpcCall call, CancellationToken cancellation);
