using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Calls a gRPC server on this machine. Connects with the first call; <paramref name="address"/> is <c>host:port</c>.
/// A failure is an <see cref="RpcException"/>, a server that is not there <see cref="StatusCode.Unavailable"/>, the caller's own
/// cancellation an <see cref="OperationCanceledException"/>.</summary>
public sealed class GrpcChannel(string address) : IDisposable
{
    private readonly HttpMessageInvoker http = new(CreateHandler());

    public string Address { get; } = address;

    public async Task<TResponse> UnaryAsync<TRequest, TResponse>(
        string service, string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        using var response = await SendAsync(service, method, request, cancellation);
        var message = await response.ReadAsync(parser, cancellation);
        if (message is null || await response.ReadAsync(parser, cancellation) is not null)
        {
            throw new RpcException(StatusCode.Internal, $"{service}/{method} must answer with one message.");
        }

        return message;
    }

    public async IAsyncEnumerable<TResponse> ServerStreamingAsync<TRequest, TResponse>(
        string service, string method, TRequest request, MessageParser<TResponse> parser, [EnumeratorCancellation] CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        using var response = await SendAsync(service, method, request, cancellation);
        while (await response.ReadAsync(parser, cancellation) is { } message)
        {
            yield return message;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<GrpcResponse> SendAsync(string service, string method, IMessage message, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{Address}/{service}/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(MessageFrame.ToArray(message)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(GrpcHeaders.ContentType);
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        try
        {
            var response = await http.SendAsync(request, cancellation);
            return await GrpcResponse.OpenAsync(response, cancellation);
        }
        catch (Exception failure) when (TransportFailure.Explain(failure, Address) is { } explained)
        {
            throw explained;
        }
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
