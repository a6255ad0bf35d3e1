using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Reads framed messages from a body, however the transport cut it into pieces.</summary>
internal sealed class MessageReader(Stream body, string? encoding) : IDisposable
{
    private const int FirstBuffer = 64 * 1024;

    private IDisposable? expanded;

    /// <summary>The next message, or null when the body ended between two messages.</summary>
    public async ValueTask<T?> ReadAsync<T>(MessageParser<T> parser, CancellationToken cancellation)
        where T : class, IMessage<T>
    {
        var header = new byte[MessageFrame.HeaderLength];
        var read = await body.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellation);
        if (read == 0)
        {
            return null;
        }

        if (read < header.Length)
        {
            throw Truncated();
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (length > MessageFrame.MaxMessageLength)
        {
            throw MessageFrame.TooLong(length);
        }

        var content = await ReadContentAsync((int)length, cancellation);
        try
        {
            return await ParseAsync(parser, header[0], content, (int)length, cancellation);
        }
        catch (Exception malformed) when (malformed is InvalidProtocolBufferException or InvalidDataException)
        {
            throw new RpcException(StatusCode.Internal, $"The message cannot be read: {malformed.Message}", [], malformed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(content);
        }
    }

    /// <summary>The caller is done with the messages.</summary>
    public void Dispose() => expanded?.Dispose();

    private async ValueTask<T> ParseAsync<T>(MessageParser<T> parser, byte flag, byte[] content, int length, CancellationToken cancellation)
        where T : class, IMessage<T>
    {
        if (flag == 0)
        {
            return MessageFrame.Parse(parser, content, length);
        }

        if (flag != 1)
        {
            throw new RpcException(StatusCode.Internal, $"A message cannot start with flag {flag}.");
        }

        var message = new CompressedMessage(content, length, encoding);
        var bytes = message.Measure();
        expanded?.Dispose();
        expanded = await CompressedMessage.Budget.TakeAsync(bytes, cancellation);
        using var plain = message.Open();
        return MessageFrame.Parse(parser, plain);
    }

    /// <summary>The buffer grows with what arrives, so that a length alone cannot make us allocate it.</summary>
    private async ValueTask<byte[]> ReadContentAsync(int length, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(length, FirstBuffer));
        for (var filled = 0; filled < length;)
        {
            if (filled == buffer.Length)
            {
                buffer = Grow(buffer, length);
            }

            var room = buffer.AsMemory(filled, Math.Min(length, buffer.Length) - filled);
            var read = await body.ReadAsync(room, cancellation);
            if (read == 0)
            {
                throw Truncated();
            }

            filled += read;
        }

        return buffer;
    }

    private static byte[] Grow(byte[] full, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, full.Length * 2L));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    private static RpcException Truncated() => new(StatusCode.Internal, "The body ended in the middle of a message.");
}
