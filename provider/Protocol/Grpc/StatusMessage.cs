
namespace PartnerTrust.Protocol.Grpc;

/// <summary>The text of <c>grpc-message</c>, in which everything but printable ASCII, and the percent sign, is percent-encoded UTF-8
/// (pulumi-protocol.md 5.2).</summary>
internal static class StatusMessage
{
    /// <summary>Clients bound the size of a header block; the whole text travels in the status details.</summary>
    public const int MaxEncodedLength = 8 * 1024;

    private const string Cut = "...";

    /// <summary>The text itself, or as much of it as may be sent.</summary>
    public static string Bound(string message)
    {
        var (encoded, length) = (0, 0);
        foreach (var rune in message.EnumerateRunes())
        {
            encoded += rune.Value is >= 0x20 and <= 0x7E and not '%' ? 1 : 3 * rune.Utf8SequenceLength;
            if (encoded > MaxEncodedLength - Cut.Length)
            {
                return message[..length] + Cut;
            }

            length += rune.Utf16SequenceLength;
        }

        return message;
    }
}
