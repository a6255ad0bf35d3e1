using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Tokens;

/// <summary>RS256 with the private key of a certificate.</summary>
public sealed class RsaTokenSigner : ITokenSigner, IDisposable
{
    private readonly RSA key;
    private readonly AsymmetricSignatureProvider provider;

    public RsaTokenSigner(CertificateWithKey certificate)
    {
        Certificate = certificate.Certificate.Thumbprint;
        key = certificate.OpenKey();
        provider = new AsymmetricSignatureProvider(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha256, willCreateSignatures: true);
    }

    public Thumbprint Certificate { get; }

    public byte[] Sign(byte[] signingInput) => provider.Sign(signingInput);

    public void Dispose()
    {
        provider.Dispose();
        key.Dispose();
    }
}
