using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Testing.Samples;

/// <summary>sha1WithRSAEncryption, with which .NET issues no certificates any more.</summary>
internal sealed class Sha1Signature(CertificateWithKey authority) : X509SignatureGenerator
{
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
        Convert.FromHexString("300D06092A864886F70D0101050500");

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm)
    {
        using var key = authority.OpenKey();
        return key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
    }

    protected override PublicKey BuildPublicKey() => throw new NotSupportedException("Only what is issued shows a key.");
}
