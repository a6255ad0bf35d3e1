using Google.Protobuf;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The <c>grpc-status-details-bin</c> trailer: a <c>google.rpc.Status</c> in unpadded base64, whose code must be that of
/// <c>grpc-status</c> (pulumi-protocol.md 5.2).</summary>
internal static class StatusDetails
{
    public static string Encode(RpcException failure)
    {
        var status = new Status { Code = (int)failure.Status, Message = failure.Message, Details = { failure.Details } };
        return Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
    }

    /// <summary>Null when it is no base64 or no status: details that cannot be read must not hide the failure that they describe.</summary>
    public static Status? Decode(string encoded)
    {
        var text = encoded.TrimEnd('=');
        var buffer = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), buffer, out var length))
        {
            return null;
        }

        try
        {
            return MessageFrame.Parse(Status.Parser, buffer, length);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
