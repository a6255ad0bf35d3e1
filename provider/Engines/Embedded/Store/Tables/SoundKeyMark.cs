using System.Security.Cryptography;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Keys;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>Beside a certificate whose key was examined and found sound, so that it need not be examined in every process: that takes milliseconds,
/// and a store may have hundreds. It is of this certificate and of the rules that were gone by; any other is as good as none.</summary>
internal static class SoundKeyMark
{
    /// <summary>Null where the key was not examined, or where something was found.</summary>
    /// <param name="certificate">It.</param>
    /// <param name="digest">SHA-256 of its bytes.</param>
    public static byte[]? Of(SigningCertificate certificate, byte[] digest) => KeyReview.IsKnownSound(certificate) ? MarkOf(digest) : null;

    /// <summary>Learns from what <see cref="Of"/> answered when the certificate was written.</summary>
    public static void Read(byte[]? mark, SigningCertificate certificate, byte[] digest)
    {
        if (mark is not null && mark.AsSpan().SequenceEqual(MarkOf(digest)))
        {
            KeyReview.TakeForSound(certificate);
        }
    }

    private static byte[] MarkOf(byte[] digest) => SHA256.HashData([.. digest, KeyReview.Rules]);
}
