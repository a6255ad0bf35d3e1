using System.IO.Compression;
using Grpc.Core;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>A message that came compressed. The engine never sends one (pulumi-protocol.md 5.1); whoever does may not make a thousand bytes
/// out of one until the memory is full.</summary>
internal sealed class CompressedMessage(byte[] content, string? encoding)
{
    /// <summary>What a message may hold, counted as it comes out: four times what gRPC libraries take by default. A longer one can be sent as it is.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <summary>What all compressed messages together may hold, from before they are read until their calls end.</summary>
    public static ByteBudget Budget { get; } = new(MaxLength);

    /// <summary>How many bytes come out. Keeps none of them.</summary>
    public int Measure()
    {
        using var plain = Open();
        var buffer = new byte[16 * 1024];
        var total = 0;
        try
        {
            for (int read; (read = plain.Read(buffer)) > 0;)
            {
                total += read;
                if (total > MaxLength)
                {
                    throw RpcFailure.Of(
                        StatusCode.ResourceExhausted, $"A compressed message may hold {MaxLength} bytes, and this one holds more. Send it uncompressed.");
                }
            }
        }
        catch (InvalidDataException malformed)
        {
            throw RpcFailure.Of(StatusCode.Internal, $"The message cannot be read: {malformed.Message}");
        }

        return total;
    }

    public Stream Open()
    {
        var compressed = new MemoryStream(content, writable: false);
        return encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(compressed, CompressionMode.Decompress),
            _ => throw RpcFailure.Of(
                StatusCode.Unimplemented, $"Compression '{encoding ?? "none"}' is not understood; send 'identity', 'gzip' or 'deflate'."),
        };
    }
}
