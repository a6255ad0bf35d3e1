using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The methods of one service and what answers them. <paramref name="name"/> is the full name, such as <c>pulumirpc.Engine</c>.</summary>
public sealed class GrpcService(string name)
{
    private readonly List<MethodBinding> bindings = [];

    public GrpcService Unary<TRequest, TResponse>(
        string method, MessageParser<TRequest> parser, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => Add((methods, boundary) => methods.AddUnaryMethod<TRequest, TResponse>(
            Answering<TRequest, TResponse>(MethodType.Unary, method, parser),
            [],
            (_, request, call) => boundary.AnswerAsync(handler, request, call)));

    public GrpcService ServerStreaming<TRequest, TResponse>(
        string method, MessageParser<TRequest> parser, Func<TRequest, CancellationToken, IAsyncEnumerable<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => Add((methods, boundary) => methods.AddServerStreamingMethod<TRequest, TResponse>(
            Answering<TRequest, TResponse>(MethodType.ServerStreaming, method, parser),
            [],
            (_, request, answers, call) => boundary.AnswerAsync(handler, request, answers, call)));

    internal void Bind(ServiceMethodProviderContext<object> methods, CallBoundary boundary) => bindings.ForEach(bind => bind(methods, boundary));

    private Method<TRequest, TResponse> Answering<TRequest, TResponse>(MethodType type, string method, MessageParser<TRequest> parser)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        new(type, name, method, Marshalling.Receiving(parser), Marshalling.Sending<TResponse>());

    private GrpcService Add(MethodBinding binding)
    {
        bindings.Add(binding);
        return this;
    }
}

/// <summary>Hands one method to the library. It makes no service objects: a handler is all that there is to a method.</summary>
internal delegate void MethodBinding(ServiceMethodProviderContext<object> methods, CallBoundary boundary);
