using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>Certificates as files with their keys.</summary>
internal static class Pfx
{
    public static ImmutableArray<byte> Of(CertificateWithKey certificate, string? password)
    {
        using var alone = X509CertificateLoader.LoadCertificate(certificate.Certificate.Der.AsSpan());
        using var key = certificate.OpenKey();
        using var whole = alone.CopyWithPrivateKey(key);
        return [.. whole.Export(X509ContentType.Pfx, password)];
    }
}
