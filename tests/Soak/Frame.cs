using System.Buffers.Binary;

namespace PartnerTrust.Soak;

/// <summary>One HTTP/2 frame (RFC 9113, section 4.1).</summary>
internal sealed record Frame(FrameType Type, byte Flags, int Stream, ReadOnlyMemory<byte> Payload)
{
    public const int HeaderLength = 9;
    public const byte Ack = 0x1;
    public const byte EndStream = 0x1;
    public const byte EndHeaders = 0x4;

    public bool Has(byte flag) => (Flags & flag) != 0;

    public static Frame WindowUpdate(int stream, int increment) => new(FrameType.WindowUpdate, 0, stream, BigEndian((uint)increment));

    /// <summary>A setting that replaces the window with which streams begin.</summary>
    public static Frame InitialWindow(int size) => new(FrameType.Settings, 0, 0, new byte[] { 0, 4 }.Concat(BigEndian((uint)size)).ToArray());

    public void WriteTo(Stream target)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, Payload.Length << 8);
        header[3] = (byte)Type;
        header[4] = Flags;
        BinaryPrimitives.WriteInt32BigEndian(header[5..], Stream);
        target.Write(header);
        target.Write(Payload.Span);
    }

    public static async Task<Frame?> ReadAsync(Stream source, CancellationToken cancellation)
    {
        var header = new byte[HeaderLength];
        if (await source.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation) < HeaderLength)
        {
            return null;
        }

        var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(header) >>> 8];
        await source.ReadExactlyAsync(payload, cancellation);
        return new Frame((FrameType)header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)) & int.MaxValue, payload);
    }

    public override string ToString() => $"{Type} stream {Stream} flags {Flags:x2} length {Payload.Length}{Detail}";

    private string Detail => Type is FrameType.WindowUpdate or FrameType.RstStream && Payload.Length == 4
        ? $" ({BinaryPrimitives.ReadUInt32BigEndian(Payload.Span)})" : "";

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}

internal enum FrameType : byte
{
    Data,
    Headers,
    Priority,
    RstStream,
    Settings,
    PushPromise,
    Ping,
    GoAway,
    WindowUpdate,
    Continuation,
}
