using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The client's end of one call, from the response headers on.</summary>
internal sealed class GrpcResponse : IDisposable
{
    private readonly HttpResponseMessage http;
    private readonly MessageReader reader;

    private GrpcResponse(HttpResponseMessage http, Stream body)
    {
        this.http = http;
        reader = new MessageReader(body, Find(http.Headers, GrpcHeaders.Encoding));
    }

    public static async Task<GrpcResponse> OpenAsync(HttpResponseMessage http, CancellationToken cancellation) =>
        new(http, await http.Content.ReadAsStreamAsync(cancellation));

    /// <summary>The next message, or null when the call has ended well.</summary>
    public async Task<T?> ReadAsync<T>(MessageParser<T> parser, CancellationToken cancellation)
        where T : class, IMessage<T>
    {
        ThrowUnlessGrpc();
        try
        {
            if (await reader.ReadAsync(parser, cancellation) is { } message)
            {
                return message;
            }
        }
        catch (Exception failure) when (TransportFailure.Explain(failure, http.RequestMessage?.RequestUri?.Authority) is { } explained)
        {
            throw explained;
        }

        ThrowUnlessOk();
        return null;
    }

    public void Dispose()
    {
        reader.Dispose();
        http.Dispose();
    }

    private void ThrowUnlessGrpc()
    {
        if (http.StatusCode == HttpStatusCode.OK || http.Headers.Contains(GrpcHeaders.Status))
        {
            return;
        }

        throw new RpcException(FromHttp(http.StatusCode), $"The server answered HTTP {(int)http.StatusCode} and no gRPC status.");
    }

    private void ThrowUnlessOk()
    {
        // A response that has no body carries its status in the headers (pulumi-protocol.md 5.2, "trailers-only").
        HttpHeaders headers = http.TrailingHeaders.Contains(GrpcHeaders.Status) ? http.TrailingHeaders : http.Headers;
        var code = Find(headers, GrpcHeaders.Status) ?? throw new RpcException(StatusCode.Internal, "The server ended the call without a status.");
        if (code == "0")
        {
            return;
        }

        var status = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= (int)StatusCode.Unauthenticated ? (StatusCode)number : StatusCode.Unknown;
        var message = StatusMessage.Decode(Find(headers, GrpcHeaders.Message) ?? "");
        var details = Find(headers, GrpcHeaders.Details) is { } encoded ? StatusDetails.Decode(encoded) : null;
        if (details is null)
        {
            throw new RpcException(status, message);
        }

        throw new RpcException(status, details.Message.Length > 0 ? details.Message : message, [.. details.Details], null);
    }

    private static string? Find(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;

    private static StatusCode FromHttp(HttpStatusCode code) => (int)code switch
    {
        400 => StatusCode.Internal,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.Unimplemented,
        429 or 502 or 503 or 504 => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
