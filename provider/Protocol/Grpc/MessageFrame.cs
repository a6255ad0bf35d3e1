using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>A message on the wire: a flag byte, four bytes of length, the message (pulumi-protocol.md 5.1).</summary>
internal static class MessageFrame
{
    public const int HeaderLength = 5;

    /// <summary>What the engine sends and accepts at most (pulumi-protocol.md 1.2).</summary>
    public const int MaxMessageLength = 400 * 1024 * 1024;

    /// <summary>Google.Protobuf's own limit of 100 fails at 33 nested objects (pulumi-protocol.md 3); this one allows 500, which still fit
    /// the smallest thread stack.</summary>
    private const int RecursionLimit = 1500;

    /// <summary>Returns how many bytes it wrote.</summary>
    public static int Write(IBufferWriter<byte> writer, IMessage message)
    {
        var length = message.CalculateSize();
        WriteHeader(writer.GetSpan(HeaderLength), length);
        writer.Advance(HeaderLength);
        message.WriteTo(writer);
        return HeaderLength + length;
    }

    public static byte[] ToArray(IMessage message)
    {
        var length = message.CalculateSize();
        var frame = new byte[HeaderLength + length];
        WriteHeader(frame, length);
        message.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    public static T Parse<T>(MessageParser<T> parser, byte[] buffer, int length)
        where T : IMessage<T>
    {
        using var stream = new MemoryStream(buffer, 0, length, writable: false);
        return Parse(parser, stream);
    }

    public static T Parse<T>(MessageParser<T> parser, Stream stream)
        where T : IMessage<T>
    {
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
        return parser.ParseFrom(input);
    }

    private static void WriteHeader(Span<byte> header, int length)
    {
        if (length > MaxMessageLength)
        {
            throw TooLong(length);
        }

        header[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(header[1..], (uint)length);
    }

    public static RpcException TooLong(long length) =>
        new(StatusCode.ResourceExhausted, $"A message of {length} bytes is longer than the {MaxMessageLength} that are allowed.");
}
