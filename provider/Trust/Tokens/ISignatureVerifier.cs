using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Tokens;

/// <summary>Says whether a signature is that of a trusted key.</summary>
internal interface ISignatureVerifier
{
    bool Verify(SigningCertificate key, byte[] signingInput, byte[] signature);
}
