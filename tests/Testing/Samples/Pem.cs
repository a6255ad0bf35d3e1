using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Testing.Samples;

public static class Pem
{
    public static ImmutableArray<byte> Of(CertificateWithKey certificate) =>
    [
        .. Encoding.ASCII.GetBytes(
            PemEncoding.WriteString("CERTIFICATE", certificate.Certificate.Der.AsSpan()) + "\n"
            + PemEncoding.WriteString("PRIVATE KEY", certificate.Pkcs8.AsSpan()) + "\n"),
    ];
}
