using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Failures of calls: thrown by a handler they are what the caller is told, thrown by a channel what the server told. Their
/// message is the text alone; the details travel as a <c>google.rpc.Status</c>, whose code must be that of the call (pulumi-protocol.md
/// 5.2).</summary>
public static class RpcFailure
{
    internal const string DetailsKey = "grpc-status-details-bin";

    public static RpcException Of(StatusCode code, string message, params IMessage[] details)
    {
        var trailers = new Metadata();
        if (details.Length > 0)
        {
            var status = new Messages.Status { Code = (int)code, Message = message, Details = { details.Select(Pack) } };
            trailers.Add(DetailsKey, status.ToByteArray());
        }

        return new RpcException(new Status(code, message), trailers, message);
    }

    /// <summary>The first detail of type <typeparamref name="T"/>, or null.</summary>
    public static T? Detail<T>(this RpcException failure)
        where T : class, IMessage<T>, new() =>
        (StatusOf(failure)?.Details ?? [])
            .Select(detail => detail.TryUnpack<T>(out var found) ? found : null).FirstOrDefault(found => found is not null);

    /// <summary>Null when there is none or it cannot be read: that must not hide the failure itself.</summary>
    internal static Messages.Status? StatusOf(RpcException failure)
    {
        try
        {
            return failure.Trailers.GetValueBytes(DetailsKey) is { } details
                ? (Messages.Status)Marshalling.Parse(Messages.Status.Parser, details)
                : null;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static Any Pack(IMessage detail) => detail as Any ?? Any.Pack(detail);
}
