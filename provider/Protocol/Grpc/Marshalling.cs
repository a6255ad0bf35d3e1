using Google.Protobuf;
using Grpc.Core;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>How messages become bytes and bytes messages. Each end of a call sends messages of the one type and reads those of the
/// other.</summary>
internal static class Marshalling
{
    /// <summary>What the engine sends and accepts at most (pulumi-protocol.md 1.2).</summary>
    public const int MaxMessageLength = 400 * 1024 * 1024;

    /// <summary>Google.Protobuf's own limit of 100 fails at 33 nested objects (pulumi-protocol.md 3); this one allows 500, which still fit
    /// the smallest thread stack.</summary>
    private const int RecursionLimit = 1500;

    private static readonly Marshaller<IMessage> Sending =
        new(Write, _ => throw new InvalidOperationException("This end of the call only sends such messages."));

    public static Method<IMessage, IMessage> Method(
        MethodType type, string service, string method, MessageParser? request = null, MessageParser? response = null) =>
        new(type, service, method, Receiving(request), Receiving(response));

    public static IMessage Parse(MessageParser parser, byte[] message)
    {
        using var stream = new MemoryStream(message, writable: false);
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
        return parser.ParseFrom(input);
    }

    private static Marshaller<IMessage> Receiving(MessageParser? parser) =>
        parser is null ? Sending : new(Write, payload => Read(parser, payload.PayloadAsNewBuffer()));

    private static IMessage Read(MessageParser parser, byte[] message)
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

    private static void Write(IMessage message, SerializationContext context)
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }
}
