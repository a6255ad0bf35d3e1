using System.Globalization;
using System.IO.Pipelines;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The server's end of one call.</summary>
internal sealed class GrpcCall(HttpContext http) : IDisposable
{
    /// <summary>grpc-js never ends a call whose trailers are longer, nor any later one on that connection (pulumi-protocol.md 5.2).</summary>
    private const int LongestDetailsForNode = 48 * 1024;

    private readonly PipeWriter writer = http.Response.BodyWriter;
    private MessageReader? reader;

    public async Task<TRequest> ReadRequestAsync<TRequest>(MessageParser<TRequest> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
    {
        reader = new MessageReader(http.Request.Body, http.Request.Headers[GrpcHeaders.Encoding]);
        return await reader.ReadAsync(parser, cancellation)
            ?? throw new RpcException(StatusCode.Internal, "The request ended before its message.");
    }

    /// <summary>How many bytes the answer has so far.</summary>
    public long Written { get; private set; }

    public void Write(IMessage message) => Written += MessageFrame.Write(writer, message);

    public async ValueTask FlushAsync(CancellationToken cancellation) => await writer.FlushAsync(cancellation);

    public void Succeed() => http.Response.AppendTrailer(GrpcHeaders.Status, "0");

    public void Fail(RpcException failure)
    {
        http.Response.AppendTrailer(GrpcHeaders.Status, ((int)failure.Status).ToString(CultureInfo.InvariantCulture));
        http.Response.AppendTrailer(GrpcHeaders.Message, StatusMessage.Encode(failure.Message));
        if (failure.Details.Count > 0 && StatusDetails.Encode(failure) is var details && CallerTakes(details))
        {
            http.Response.AppendTrailer(GrpcHeaders.Details, details);
        }
    }

    public void Dispose() => reader?.Dispose();

    private bool CallerTakes(string details) =>
        details.Length <= LongestDetailsForNode || !http.Request.Headers.UserAgent.ToString().StartsWith("grpc-node-js/", StringComparison.Ordinal);
}
