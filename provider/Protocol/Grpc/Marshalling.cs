using Google.Protobuf;
using Grpc.Core;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>How messages become bytes and bytes messages. An end of a call does one of the two with each type.</summary>
internal static class Marshalling
{
    /// <summary>What the engine sends and accepts at most (pulumi-protocol.md 1.2).</summary>
    public const int MaxMessageLength = 400 * 1024 * 1024;

    /// <summary>Google.Protobuf's own limit of 100 fails at 33 nested objects (pulumi-protocol.md 3); this one allows 500, which still fit
    /// the smallest thread stack.</summary>
    private const int RecursionLimit = 1500;

    public static Marshaller<T> Sending<T>()
        where T : class, IMessage<T> => new(Write, _ => throw new InvalidOperationException("This end of the call only sends such messages."));

    public static Marshaller<T> Receiving<T>(MessageParser<T> parser)
        where T : class, IMessage<T> => new(Write, payload => Read(parser, payload.PayloadAsNewBuffer()));

    public static T Parse<T>(MessageParser<T> parser, byte[] message)
        where T : IMessage<T>
    {
        using var stream = new MemoryStream(message, writable: false);
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
        return parser.ParseFrom(input);
    }

    private static T Read<T>(MessageParser<T> parser, byte[] message)
        where T : IMessage<T>
    {
        try
        {
            return Parse(parser, message);
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw RpcFailure.Of(StatusCode.Internal, $"The message cannot be read: {malformed.Message}");
        }
    }

    private static void Write<T>(T message, SerializationContext context)
        where T : IMessage<T>
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }
}
