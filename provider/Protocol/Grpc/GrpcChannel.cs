using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Calls a gRPC server on this machine. Connects with the first call; <paramref name="address"/> is <c>host:port</c>.
/// A failure is an <see cref="RpcException"/>, a server that is not there <see cref="StatusCode.Unavailable"/>, the caller's own
/// cancellation an <see cref="OperationCanceledException"/>.</summary>
public sealed class GrpcChannel(string address) : IGrpcCaller, IDisposable
{
    private readonly ConcurrentDictionary<string, Method<IMessage, IMessage>> methods = new(StringComparer.Ordinal);
    private readonly global::Grpc.Net.Client.GrpcChannel channel = Open(address);

    public string Address { get; } = address;

    public async Task<TResponse> UnaryAsync<TRequest, TResponse>(
        string service, string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        try
        {
            using var call = channel.CreateCallInvoker().AsyncUnaryCall(
                Method(MethodType.Unary, service, method, parser), host: null, new CallOptions(cancellationToken: cancellation), request);
            return (TResponse)await call;
        }
        catch (RpcException failure)
        {
            throw Explain(failure, cancellation);
        }
    }

    public async IAsyncEnumerable<TResponse> ServerStreamingAsync<TRequest, TResponse>(
        string service,
        string method,
        TRequest request,
        MessageParser<TResponse> parser,
        [EnumeratorCancellation] CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(
            Method(MethodType.ServerStreaming, service, method, parser),
            host: null,
            new CallOptions(cancellationToken: cancellation),
            request);
        while (await MoveNextAsync(call.ResponseStream, cancellation))
        {
            yield return (TResponse)call.ResponseStream.Current;
        }
    }

    public void Dispose() => channel.Dispose();

    private static async Task<bool> MoveNextAsync(IAsyncStreamReader<IMessage> stream, CancellationToken cancellation)
    {
        try
        {
            return await stream.MoveNext(cancellation);
        }
        catch (RpcException failure)
        {
            throw Explain(failure, cancellation);
        }
    }

    /// <summary>The library keeps what it knows of each method for as long as there is the channel.</summary>
    private Method<IMessage, IMessage> Method(MethodType type, string service, string method, MessageParser parser) =>
        methods.GetOrAdd($"{service}/{method}", _ => Marshalling.Method(type, service, method, response: parser));

    private static Exception Explain(RpcException failure, CancellationToken cancellation)
    {
        if (failure.StatusCode == StatusCode.Cancelled && cancellation.IsCancellationRequested)
        {
            return new OperationCanceledException(failure.Status.Detail, failure, cancellation);
        }

        var text = RpcFailure.StatusOf(failure) is { Message.Length: > 0 } whole ? whole.Message : failure.Status.Detail;
        var status = new Status(StatusGuard.CodeOf(failure.Status), text, failure.Status.DebugException);
        return new RpcException(status, failure.Trailers, text);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The channel disposes of its client, and that of its handler.")]
    private static global::Grpc.Net.Client.GrpcChannel Open(string address)
    {
        var options = new GrpcChannelOptions
        {
            // A client rather than a handler: the library then leaves the connections to it.
            HttpClient = new HttpClient(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = Marshalling.MaxMessageLength,
            MaxSendMessageSize = Marshalling.MaxMessageLength,
            CompressionProviders = [],
            // It would take a server's DEADLINE_EXCEEDED for the caller's own cancellation.
            ThrowOperationCanceledOnCancellation = false,
        };
        return global::Grpc.Net.Client.GrpcChannel.ForAddress($"http://{address}", options);
    }

    /// <summary>The settings of pulumi-protocol.md 5.5.</summary>
    [SuppressMessage("Usage", "CA2262", Justification = "16 MiB, as other clients accept: error details travel in trailers.")]
    private static SocketsHttpHandler CreateHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        InitialHttp2StreamWindowSize = 4 * 1024 * 1024,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxResponseHeadersLength = 16 * 1024,
        AutomaticDecompression = DecompressionMethods.None,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    };
}
