using System.Net;

namespace PartnerTrust.Protocol.Tests.Grpc;

/// <summary>A body sent in pieces of a given size, each in DATA frames of its own.</summary>
internal sealed class ChunkedContent(byte[] body, int size) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var chunk in body.Chunk(size))
        {
            await stream.WriteAsync(chunk);
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
