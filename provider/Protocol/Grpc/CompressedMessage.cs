using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Threading.RateLimiting;
using Grpc.Core;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>A message that came compressed. The engine never sends one (pulumi-protocol.md 5.1); whoever does may not make a thousand bytes
/// out of one until the memory is full.</summary>
internal static class CompressedMessage
{
    /// <summary>What a message may hold, counted as it comes out: four times what gRPC libraries take by default. A longer one can be sent
    /// as it is.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private const int HeaderLength = 5;

    /// <summary>The bytes that all compressed messages together may hold, from before they are expanded until their calls end.</summary>
    private static readonly ConcurrencyLimiter Budget = new(new() { PermitLimit = MaxLength, QueueLimit = int.MaxValue });

    /// <summary>The message as it would have come plain, and its share of the budget.</summary>
    public static async Task<(IDisposable Share, PipeReader Body)> ExpandAsync(
        byte[] content, string? encoding, CancellationToken cancellation)
    {
        var length = Measure(content, encoding);
        var share = await Budget.AcquireAsync(length, cancellation);
        if (!share.IsAcquired)
        {
            throw RpcFailure.Of(StatusCode.ResourceExhausted, "Too many compressed messages wait. Send them uncompressed.");
        }

        var frame = new byte[HeaderLength + length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length);
        using var plain = Open(content, encoding);
        plain.ReadExactly(frame.AsSpan(HeaderLength));
        return (share, PipeReader.Create(new ReadOnlySequence<byte>(frame)));
    }

    public static RpcException TooLong() => RpcFailure.Of(
        StatusCode.ResourceExhausted, $"A compressed message may hold {MaxLength} bytes, and this one holds more. Send it uncompressed.");

    /// <summary>How many bytes come out. Keeps none of them.</summary>
    private static int Measure(byte[] content, string? encoding)
    {
        using var plain = Open(content, encoding);
        var buffer = new byte[16 * 1024];
        var total = 0;
        try
        {
            for (int read; (read = plain.Read(buffer)) > 0; total += read)
            {
                if (total + read > MaxLength)
                {
                    throw TooLong();
                }
            }
        }
        catch (InvalidDataException malformed)
        {
            throw RpcFailure.Of(StatusCode.Internal, $"The message cannot be read: {malformed.Message}");
        }

        return total;
    }

    private static Stream Open(byte[] content, string? encoding)
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
