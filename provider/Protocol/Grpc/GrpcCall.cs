using System.Globalization;
using System.IO.Pipelines;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The server's end of one call.</summary>
internal sealed class GrpcCall(HttpContext http)
{
    /// <summary>grpc-js never ends a call whose trailers are longer, nor any later one on that connection (pulumi-protocol.md 5.2).</summary>
    private const int LongestDetailsForNode = 48 * 1024;

    private readonly PipeWriter writer = http.Response.BodyWriter;

    public async Task<TRequest> ReadRequestAsync<TRequest>(MessageParser<TRequest> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
    {
        var reader = new MessageReader(http.Request.Body, http.Request.Headers[GrpcHeaders.Encoding]);
        return await reader.ReadAsync(parser, cancellation).ConfigureAwait(false)
            ?? throw new RpcException(StatusCode.Internal, "The request ended before its message.");
    }

    public void Write(IMessage message) => MessageFrame.Write(writer, message);

    public async ValueTask FlushAsync(CancellationToken cancellation) => await writer.FlushAsync(cancellation).ConfigureAwait(false);

    public void Succeed() => http.Response.AppendTrailer(GrpcHeaders.Status, "0");

    public void Fail(RpcException failure)
    {
        http.Response.AppendTrailer(GrpcHeaders.Status, ((int)failure.Status).ToString(CultureInfo.InvariantCulture));
        http.Response.AppendTrailer(GrpcHeaders.Message, StatusMessage.Encode(failure.Message));
        if (failure.Details.Count > 0 && StatusDetails.Encode(failure) is var details && CallerTakes(details))
            http.Response.AppendTrailer(GrpcHeaders.Details, details);
    }

    private bool CallerTakes(string details) =>
        details.Length <= LongestDetailsForNode || !http.Request.Headers.UserAgent.ToString().StartsWith("grpc-node-js/", StringComparison.Ordinal);
}
