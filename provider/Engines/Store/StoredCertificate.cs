using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Store;

/// <param name="Certificate">The public half.</param>
/// <param name="HasPrivateKey">Whether the server can sign with it.</param>
/// <param name="Generated">Whether the engine made it.</param>
public sealed record StoredCertificate(SigningCertificate Certificate, bool HasPrivateKey, bool Generated)
{
    /// <summary>Whether the key may leave the machine that it is on.</summary>
    public bool Exportable { get; init; } = true;
}
