using System.Security.Cryptography;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>Stands for a signature where no private key is at hand: it names the certificate that would sign, and counts exactly for a
/// receiver that trusts that certificate. Only the evaluator looks at it; a receiver's validator takes real signatures alone.</summary>
internal sealed class DescribedSignature : ISignatureVerifier
{
    public static DescribedSignature Verifier { get; } = new();

    public static ITokenSigner SignerOf(SigningCertificate certificate) => new Signer(certificate);

    public bool Verify(SigningCertificate key, byte[] signingInput, byte[] signature) =>
        signature.AsSpan().SequenceEqual(Describe(key, signingInput));

    private static byte[] Describe(SigningCertificate certificate, byte[] signingInput) =>
        SHA256.HashData([.. certificate.Der, .. signingInput]);

    private sealed class Signer(SigningCertificate certificate) : ITokenSigner
    {
        public Thumbprint Certificate => certificate.Thumbprint;

        public byte[] Sign(byte[] signingInput) => Describe(certificate, signingInput);
    }
}
