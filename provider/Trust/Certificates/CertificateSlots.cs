using System.Collections.Immutable;

namespace PartnerTrust.Trust.Certificates;

/// <summary>The generations of a server's signing certificate: what it signed with, signs with, and will sign with (domain.md 2.1).
/// Binding demotes, it never drops.</summary>
/// <param name="Previous">The certificate that signed before; still validates until it expires or is cleared.</param>
/// <param name="Current">The certificate that signs now.</param>
/// <param name="Next">The certificate that is staged.</param>
/// <param name="NextEffectiveDate">When <paramref name="Next"/> becomes current; null when nothing is staged, and where
/// the date is not known.</param>
public sealed record CertificateSlots(
    SigningCertificate? Previous,
    SigningCertificate? Current,
    SigningCertificate? Next,
    DateTimeOffset? NextEffectiveDate)
{
    public static CertificateSlots Empty { get; } = new(null, null, null, null);

    /// <summary>All that are there.</summary>
    public ImmutableArray<SigningCertificate> All => [.. new[] { Previous, Current, Next }.OfType<SigningCertificate>()];

    /// <summary>Since when <see cref="Current"/> signs instead of what signed before; null when that is not known. Whatever
    /// <see cref="Previous"/> signed was signed before it.</summary>
    public DateTimeOffset? CurrentSince { get; init; }
}
