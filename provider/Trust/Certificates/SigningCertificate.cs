using System.Collections.Immutable;

namespace PartnerTrust.Trust.Certificates;

/// <summary>The public half of a certificate that signs tokens, with what the rules ask about it. Two are equal when their DER bytes are.</summary>
/// <param name="Der">The certificate in DER form; never holds a private key.</param>
/// <param name="Thumbprint">SHA-1 of <paramref name="Der"/>.</param>
/// <param name="Subject">Distinguished name, for example <c>CN=Microsoft Exchange Server Auth Certificate</c>.</param>
/// <param name="Issuer">Distinguished name of the issuer; the subject again when self-signed.</param>
/// <param name="SerialNumber">Hexadecimal, upper case.</param>
/// <param name="NotBefore">Start of validity, UTC.</param>
/// <param name="NotAfter">End of validity, UTC.</param>
/// <param name="KeyAlgorithm"><c>RSA</c>, or the algorithm's name or OID for one that no product signs with.</param>
/// <param name="KeySize">Bits; for RSA at least 2048 (domain.md 2.1).</param>
public sealed record SigningCertificate(
    ImmutableArray<byte> Der,
    Thumbprint Thumbprint,
    string Subject,
    string Issuer,
    string SerialNumber,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string KeyAlgorithm,
    int KeySize)
{
    public bool Equals(SigningCertificate? other) =>
        other is not null && Thumbprint == other.Thumbprint && Der.AsSpan().SequenceEqual(other.Der.AsSpan());

    /// <summary>How long it lives, in whole days: what was asked for when it was made, without the minutes by which its start is backdated.</summary>
    public int ValidityDays => (int)Math.Round((NotAfter - NotBefore).TotalDays);

    public override int GetHashCode() => Thumbprint.GetHashCode();

    /// <summary>By how much the clock of who made it may be ahead: as much as those of the two sides of a token (domain.md 5.4).</summary>
    internal static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Valid at <paramref name="time"/>, both ends included.</summary>
    public bool IsValidAt(DateTimeOffset time) => HasBegun(time) && time <= NotAfter;

    /// <summary>Whether its validity has begun at <paramref name="time"/>, as far as clocks agree.</summary>
    public bool HasBegun(DateTimeOffset time) => NotBefore - time <= ClockTolerance;
}
