using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.CmdletSimulator.Tests.Shells;

/// <summary>Certificates as files.</summary>
internal static class Files
{
    public static ImmutableArray<byte> PfxOf(CertificateWithKey certificate, string password)
    {
        using var alone = X509CertificateLoader.LoadCertificate(certificate.Certificate.Der.AsSpan());
        using var key = certificate.OpenKey();
        using var whole = alone.CopyWithPrivateKey(key);
        return [.. whole.Export(X509ContentType.Pfx, password)];
    }
}
