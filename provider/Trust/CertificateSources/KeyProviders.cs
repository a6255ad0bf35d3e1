using System.Text;

namespace PartnerTrust.Trust.CertificateSources;

/// <summary>The provider that a PFX names for its key: an attribute of Microsoft's beside it (szOID_PKCS_12_KEY_PROVIDER_NAME_ATTR), in the clear
/// where Windows wrote the file.</summary>
internal static class KeyProviders
{
    private const byte Set = 0x31;
    private const byte BmpString = 0x1e;
    private const int LongestName = 512;

    /// <summary>1.3.6.1.4.1.311.17.1, with its tag and length.</summary>
    private static ReadOnlySpan<byte> Attribute => [0x06, 0x09, 0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x11, 0x01];

    /// <summary>Null where none is named, or none that can be seen.</summary>
    public static string? In(ReadOnlySpan<byte> pfx)
    {
        for (var at = pfx.IndexOf(Attribute); at >= 0; at = pfx.IndexOf(Attribute))
        {
            pfx = pfx[(at + Attribute.Length)..];
            if (TryOpen(pfx, Set, out var values) && TryOpen(values, BmpString, out var name) && name.Length is > 0 and <= LongestName)
            {
                return Encoding.BigEndianUnicode.GetString(name);
            }
        }

        return null;
    }

    /// <summary>Lengths of one byte, or of two: a name has no more.</summary>
    private static bool TryOpen(ReadOnlySpan<byte> bytes, byte tag, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (bytes.Length < 3 || bytes[0] != tag)
        {
            return false;
        }

        var (start, length) = bytes[1] switch
        {
            < 0x80 => (2, bytes[1]),
            0x81 => (3, bytes[2]),
            0x82 when bytes.Length > 3 => (4, (bytes[2] << 8) | bytes[3]),
            _ => (bytes.Length, int.MaxValue),
        };
        if (length > bytes.Length - start)
        {
            return false;
        }

        content = bytes.Slice(start, length);
        return true;
    }
}
