using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Keys;

/// <summary>What a key must be to sign tokens (domain.md 2.1: RSA of 2048 bits), and to be worth anything.</summary>
public static class KeyRules
{
    /// <summary>What is wrong with the key of a certificate that is to be bound, or given for a partner: refusals, and a warning about its
    /// usage.</summary>
    public static IEnumerable<Fault> Check(SigningCertificate certificate)
    {
        if (certificate.KeyAlgorithm != "RSA")
        {
            return [FaultCatalogue.KeyNotRsa(certificate.KeyAlgorithm)];
        }

        if (certificate.KeySize < 2048)
        {
            return [FaultCatalogue.KeyTooSmall(certificate.KeySize)];
        }

        return Optional(
            Weakness(certificate),
            KeyReview.Of(certificate).OtherUsage is { } usage ? FaultCatalogue.KeyNotForSigning(certificate.Thumbprint, usage) : null);
    }

    /// <summary>By what the key can be broken; null when by nothing that shows.</summary>
    internal static Fault? Weakness(SigningCertificate certificate) =>
        KeyReview.Of(certificate) is { IsWeak: true } verdict ? FaultCatalogue.KeyWeak(certificate.Thumbprint, verdict.Reason) : null;

    /// <summary>The same about keys that others chose and that were only read: warnings.</summary>
    /// <param name="owner">Whose keys they are: the issuer, or the server.</param>
    /// <param name="keys">As they were read; null where they are not shown, and nothing can be said.</param>
    public static ImmutableArray<Fault> Remarks(string owner, IEnumerable<SigningCertificate>? keys) =>
        keys is null ? [] : [.. keys.Distinct().SelectMany(key => Remarks(owner, key))];

    private static IEnumerable<Fault> Remarks(string owner, SigningCertificate key)
    {
        var verdict = KeyReview.Of(key);
        return Optional(
            verdict.IsWeak ? FaultCatalogue.TrustedKeyWeak(owner, key.Thumbprint, verdict.Reason) : null,
            verdict.OtherUsage is { } usage ? FaultCatalogue.TrustedKeyNotForSigning(owner, key.Thumbprint, usage) : null);
    }

    private static IEnumerable<Fault> Optional(params Fault?[] faults) => faults.OfType<Fault>();
}
