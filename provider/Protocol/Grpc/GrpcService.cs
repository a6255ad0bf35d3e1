using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The methods of one service and what answers them. <paramref name="name"/> is the full name, such as
/// <c>pulumirpc.Engine</c>.</summary>
public sealed class GrpcService(string name)
{
    private readonly List<MethodBinding> bindings = [];

    public GrpcService Unary<TRequest, TResponse>(
        string method, MessageParser<TRequest> parser, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        bindings.Add((methods, boundary) => methods.AddUnaryMethod<IMessage, IMessage>(
            Marshalling.Method(MethodType.Unary, name, method, request: parser),
            [],
            (_, request, call) => boundary.AnswerAsync(AnswerAsync, request, call)));
        return this;

        async Task<IMessage> AnswerAsync(IMessage request, CancellationToken cancellation) =>
            await handler((TRequest)request, cancellation);
    }

    public GrpcService ServerStreaming<TRequest, TResponse>(
        string method,
        MessageParser<TRequest> parser,
        Func<TRequest, CancellationToken, IAsyncEnumerable<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        bindings.Add((methods, boundary) => methods.AddServerStreamingMethod<IMessage, IMessage>(
            Marshalling.Method(MethodType.ServerStreaming, name, method, request: parser),
            [],
            (_, request, answers, call) => boundary.AnswerAsync(Answer, request, answers, call)));
        return this;

        IAsyncEnumerable<IMessage> Answer(IMessage request, CancellationToken cancellation) => handler((TRequest)request, cancellation);
    }

    internal void Bind(ServiceMethodProviderContext<object> methods, CallBoundary boundary) =>
        bindings.ForEach(bind => bind(methods, boundary));
}

/// <summary>Hands one method to the library. It makes no service objects: a handler is all that there is to a method. And it is told of
/// messages, not of their types: it would have classes of its own for each two of them, and the plugin more to load before its first
/// answer.</summary>
internal delegate void MethodBinding(ServiceMethodProviderContext<object> methods, CallBoundary boundary);
