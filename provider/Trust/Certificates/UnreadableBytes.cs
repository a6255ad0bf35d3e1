using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PartnerTrust.Trust.Certificates;

/// <summary>What the platform throws at hostile bytes, depending on where it notices.</summary>
internal static class UnreadableBytes
{
    public static bool Caused(Exception failure) =>
        failure is CryptographicException or AsnContentException or ArgumentException or FormatException or OverflowException
            or NotSupportedException;
}
