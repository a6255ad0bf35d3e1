using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Protocol.Tests.Grpc;

/// <summary>A server of ours with one service, and both our channel and a bare HTTP/2 client to it.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    public const string Service = "test.Echo";
    public const int HeaderLength = 5;

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { UseProxy = false });

    private Loopback(GrpcServer server)
    {
        Server = server;
        Channel = new GrpcChannel($"127.0.0.1:{server.Port}");
    }

    public GrpcServer Server { get; }

    public GrpcChannel Channel { get; }

    /// <summary>Answers <c>Echo</c> with its request.</summary>
    public static Task<Loopback> StartAsync() => StartAsync((request, _) => Task.FromResult(request));

    public static Task<Loopback> StartAsync(Func<Value, CancellationToken, Task<Value>> echo, GrpcServerOptions? options = null) =>
        StartAsync(new GrpcService(Service).Unary("Echo", Value.Parser, echo), options);

    public static async Task<Loopback> StartAsync(GrpcService service, GrpcServerOptions? options = null) =>
        new(await GrpcServer.StartAsync(options ?? new GrpcServerOptions(), [service], CancellationToken.None));

    public Task<Value> EchoAsync(Value value, CancellationToken cancellation = default) =>
        Channel.UnaryAsync(Service, "Echo", value, Value.Parser, cancellation);

    public Task<RawResponse> PostAsync(byte[] body, params (string Name, string Value)[] headers) => PostAsync(new ByteArrayContent(body), headers);

    public async Task<RawResponse> PostAsync(HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{Server.Port}/{Service}/Echo")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (content.Headers.ContentType is null)
        {
            content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await http.SendAsync(request, timeout.Token);
        return await RawResponse.ReadAsync(response, timeout.Token);
    }

    /// <summary>A message as it is on the wire: a flag, four bytes of length, its content.</summary>
    public static byte[] Frame(IMessage message) => Frame(0, message.ToByteArray());

    public static byte[] Frame(byte flag, byte[] content)
    {
        var frame = new byte[HeaderLength + content.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), content.Length);
        content.CopyTo(frame, HeaderLength);
        return frame;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        Channel.Dispose();
        await Server.DisposeAsync();
    }
}
