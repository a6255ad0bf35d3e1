namespace PartnerTrust.Trust.Certificates;

/// <summary>A certificate as it lies in one server's store.</summary>
/// <param name="Server">Fqdn of the server.</param>
/// <param name="Thumbprint">Which certificate.</param>
/// <param name="HasPrivateKey">Whether its private key lies beside it.</param>
/// <param name="Exportable">Whether the key may leave the server.</param>
public sealed record CertificateCopy(string Server, Thumbprint Thumbprint, bool HasPrivateKey, bool Exportable);
