using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Embedded.Hosts;

/// <summary>A certificate that a server signs with. <see cref="object.ToString"/> shows no secret.</summary>
/// <param name="Certificate">The public half.</param>
/// <param name="Pkcs8">The private key.</param>
public sealed record SigningKey(SigningCertificate Certificate, ReadOnlyMemory<byte> Pkcs8)
{
    public override string ToString() => $"SigningKey {{ {Certificate.Thumbprint}, [secret] }}";
}
