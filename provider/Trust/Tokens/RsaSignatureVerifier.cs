using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Tokens;

/// <summary>RS256 by the library. Reading a key costs more than using it, so the keys of the last certificates are kept.</summary>
internal sealed class RsaSignatureVerifier : ISignatureVerifier
{
    private const int Capacity = 256;

    private readonly ConcurrentDictionary<SigningCertificate, AsymmetricSignatureProvider?> providers = new();

    public static RsaSignatureVerifier Shared { get; } = new();

    public bool Verify(SigningCertificate key, byte[] signingInput, byte[] signature) =>
        signature.Length > 0 && ProviderFor(key) is { } provider && provider.Verify(signingInput, signature);

    private AsymmetricSignatureProvider? ProviderFor(SigningCertificate key)
    {
        if (providers.TryGetValue(key, out var known))
        {
            return known;
        }

        // Whoever brings hundreds of partners pays for reading keys again; the memory stays bounded.
        if (providers.Count >= Capacity)
        {
            providers.Clear();
        }

        return providers.GetOrAdd(key, Open);
    }

    private static AsymmetricSignatureProvider? Open(SigningCertificate key)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(key.Der.AsSpan());
            return certificate.GetRSAPublicKey() is { } rsa
                ? new AsymmetricSignatureProvider(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256, willCreateSignatures: false)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
