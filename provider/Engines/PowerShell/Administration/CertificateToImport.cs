using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>A certificate that the server does not have, wrapped for it.</summary>
/// <param name="Certificate">The public half.</param>
/// <param name="Pfx">PKCS#12 with the private key.</param>
/// <param name="Password">Of <paramref name="Pfx"/>.</param>
internal sealed record CertificateToImport(SigningCertificate Certificate, ImmutableArray<byte> Pfx, OneTimePassword Password)
{
    public static CertificateToImport Wrap(CertificateWithKey certificate, OneTimePassword password) =>
        new(certificate.Certificate, LegacyPfx.Of(certificate, password), password);

    public override string ToString() => $"CertificateToImport {{ {Certificate.Thumbprint} }}";
}
