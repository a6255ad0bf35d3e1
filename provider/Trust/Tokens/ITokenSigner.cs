using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Tokens;

/// <summary>Signs with one certificate.</summary>
public interface ITokenSigner
{
    /// <summary>What the token's <c>x5t</c> names.</summary>
    Thumbprint Certificate { get; }

    byte[] Sign(byte[] signingInput);
}
