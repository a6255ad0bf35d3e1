using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>A certificate in a server's store.</summary>
/// <param name="Certificate">The public half.</param>
/// <param name="HasPrivateKey">Whether the server can sign with it; null where that cannot be seen.</param>
/// <param name="Generated">Whether the engine made it; null where nobody remembers.</param>
public sealed record StoredCertificate(SigningCertificate Certificate, bool? HasPrivateKey, bool? Generated)
{
    /// <summary>Whether the key may leave the machine that it is on; null where that cannot be seen.</summary>
    public bool? Exportable { get; init; }
}
