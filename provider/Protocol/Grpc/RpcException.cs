using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>A call that failed: thrown by a handler it is what the caller is told, thrown by a channel it is what the server told.</summary>
public sealed class RpcException : Exception
{
    public RpcException(StatusCode status, string message, params IMessage[] details)
        : this(status, message, [.. details.Select(Pack)])
    {
    }

    internal RpcException(StatusCode status, string message, IReadOnlyList<Any> details, Exception? cause = null)
        : base(message, cause)
    {
        Status = status;
        Details = details;
    }

    public StatusCode Status { get; }

    public IReadOnlyList<Any> Details { get; }

    /// <summary>The first detail of type <typeparamref name="T"/>, or null.</summary>
    public T? Detail<T>()
        where T : class, IMessage<T>, new() =>
        Details.Select(detail => detail.TryUnpack<T>(out var found) ? found : null).FirstOrDefault(found => found is not null);

    private static Any Pack(IMessage detail) => detail as Any ?? Any.Pack(detail);
}
