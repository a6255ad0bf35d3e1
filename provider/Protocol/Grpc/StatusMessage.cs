using System.Globalization;
using System.Text;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The text of <c>grpc-message</c>: UTF-8 in which everything but printable ASCII, and the percent sign, is percent-encoded
/// (pulumi-protocol.md 5.2).</summary>
internal static class StatusMessage
{
    /// <summary>Clients bound the size of a header block; the whole text travels in the status details.</summary>
    public const int MaxEncodedLength = 8 * 1024;

    public static string Encode(string message)
    {
        var encoded = new StringBuilder(message.Length);
        foreach (var rune in message.EnumerateRunes())
        {
            if (encoded.Length + 12 > MaxEncodedLength)
            {
                return encoded.Append("...").ToString();
            }

            Append(encoded, rune);
        }

        return encoded.ToString();
    }

    /// <summary>Lenient: a percent sign that starts no escape stands for itself.</summary>
    public static string Decode(string encoded)
    {
        if (!encoded.Contains('%', StringComparison.Ordinal))
        {
            return encoded;
        }

        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length
                && byte.TryParse(encoded.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                bytes.Add(escaped);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(encoded, i, 1));
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Append(StringBuilder encoded, Rune rune)
    {
        if (rune.Value is >= 0x20 and <= 0x7E and not '%')
        {
            encoded.Append((char)rune.Value);
            return;
        }

        Span<byte> utf8 = stackalloc byte[4];
        foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
        {
            encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }
    }
}
