using System.Collections.Immutable;
using System.Security.Cryptography;

namespace PartnerTrust.Trust.Certificates;

/// <summary>A certificate together with its private key. The key never shows in text or comparison messages.</summary>
/// <param name="Certificate">The public half.</param>
/// <param name="Pkcs8">The private key as unencrypted PKCS#8.</param>
public sealed record CertificateWithKey(SigningCertificate Certificate, ImmutableArray<byte> Pkcs8)
{
    /// <summary>The provider that a PFX names for its key; null where it names none. A server that imports the PFX keeps the key there.</summary>
    public string? KeyProvider { get; init; }

    /// <summary>The private key, ready to sign; the caller disposes it.</summary>
    public RSA OpenKey()
    {
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(Pkcs8.AsSpan(), out _);
        return key;
    }

    public bool Equals(CertificateWithKey? other) =>
        other is not null && Certificate.Equals(other.Certificate) && CryptographicOperations.FixedTimeEquals(Pkcs8.AsSpan(), other.Pkcs8.AsSpan());

    public override int GetHashCode() => Certificate.GetHashCode();

    public override string ToString() => $"CertificateWithKey {{ {Certificate.Thumbprint} }}";
}
