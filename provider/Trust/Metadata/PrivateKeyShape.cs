namespace PartnerTrust.Trust.Metadata;

/// <summary>Recognises private keys by the form of their bytes, alone, behind or inside other values, also cut short: PKCS#1 (RFC 8017, A.1.2),
/// PKCS#8, plain and encrypted (RFC 5958), elliptic ones (RFC 5915), PKCS#12 (RFC 7292), and the blobs of Windows. Nothing in a certificate has any
/// of these forms.</summary>
internal static class PrivateKeyShape
{
    // Password-based encryption as PKCS#5 and PKCS#12 define it; digests, which stand before an octet string too, have other names.
    private static readonly byte[][] Encryption = [[.. Pkcs, 5], [.. Pkcs, 12, 1]];

    // What a PKCS#12 file holds. The certificates of the first version begin alike, but with the name of an algorithm.
    private static readonly byte[][] Content = [[.. Pkcs, 7]];

    private static readonly byte[][] Anything = [[]];

    /// <summary>1.2.840.113549.1, under which RSA Laboratories named things.</summary>
    private static ReadOnlySpan<byte> Pkcs => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1];

    public static bool Occurs(ReadOnlySpan<byte> bytes)
    {
        if (IsBlob(bytes))
        {
            return true;
        }

        for (var next = bytes.IndexOf(AsnField.Sequence); next >= 0; next = bytes.IndexOf(AsnField.Sequence))
        {
            bytes = bytes[next..];
            var rest = bytes;
            if (AsnField.TryRead(ref rest, out var value) && IsPrivate(value.Content))
            {
                return true;
            }

            bytes = bytes[1..];
        }

        return false;
    }

    /// <summary>PRIVATEKEYBLOB of the legacy providers, and the two forms of CNG.</summary>
    private static bool IsBlob(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("RSA2"u8) || bytes.StartsWith("RSA3"u8) || (bytes.Length > 12 && bytes[0] == 7 && bytes[8..].StartsWith("RSA2"u8));

    private static bool IsPrivate(ReadOnlySpan<byte> fields)
    {
        if (!AsnField.TryRead(ref fields, out var first))
        {
            return false;
        }

        return first.Tag == AsnField.Integer
            ? first.Content is [var version] && IsVersioned(version, fields)
            : IsNamed(first, Encryption) && AsnField.TryRead(ref fields, out var data) && data.IsOctets && fields.IsEmpty;
    }

    private static bool IsVersioned(byte version, ReadOnlySpan<byte> fields)
    {
        var integers = Integers(fields);
        if (!AsnField.TryRead(ref fields, out var second))
        {
            return false;
        }

        return version switch
        {
            0 or 1 when IsNamed(second, Anything) => AsnField.TryRead(ref fields, out var key) && key.IsOctets,
            0 or 1 when integers >= 5 => true,
            1 => second.IsOctets && second.Content.Length >= 16,
            3 => IsNamed(second, Content),
            _ => false,
        };
    }

    /// <summary>How many integers there are before anything else: eight in an RSA key, five in one of DSA.</summary>
    private static int Integers(ReadOnlySpan<byte> fields)
    {
        var count = 0;
        while (count < 8 && AsnField.TryRead(ref fields, out var field) && field.Tag == AsnField.Integer)
        {
            count++;
        }

        return count;
    }

    /// <summary>A sequence that begins with the name of an algorithm or of a kind of content, one of those.</summary>
    private static bool IsNamed(AsnField field, byte[][] prefixes)
    {
        var fields = field.Content;
        if (field.Tag != AsnField.Sequence || !AsnField.TryRead(ref fields, out var name) || name.Tag != AsnField.Name)
        {
            return false;
        }

        foreach (var prefix in prefixes)
        {
            if (name.Content.StartsWith(prefix))
            {
                return true;
            }
        }

        return false;
    }
}
