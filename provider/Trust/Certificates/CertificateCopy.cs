namespace PartnerTrust.Trust.Certificates;

/// <summary>A certificate as it lies in one server's store.</summary>
/// <param name="Server">Fqdn of the server.</param>
/// <param name="Thumbprint">Which certificate.</param>
/// <param name="HasPrivateKey">Whether its private key lies beside it.</param>
/// <param name="Exportable">Whether the key may leave the server.</param>
/// <param name="KeyProvider">Name of the provider that keeps the key; null when unknown.</param>
public sealed record CertificateCopy(string Server, Thumbprint Thumbprint, bool HasPrivateKey, bool Exportable, string? KeyProvider = null);
