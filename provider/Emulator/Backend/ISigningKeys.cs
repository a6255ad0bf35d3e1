using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Emulator.Backend;

/// <summary>What a server can sign with.</summary>
public interface ISigningKeys
{
    /// <summary>A certificate of the server's store with its private key; null when it is gone or the key is missing.</summary>
    Task<CertificateWithKey?> FindSigningKeyAsync(string server, Thumbprint thumbprint, CancellationToken cancellationToken);
}
