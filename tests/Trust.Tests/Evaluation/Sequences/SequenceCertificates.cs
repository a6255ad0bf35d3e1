using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Trust.Tests.Evaluation.Sequences;

/// <summary>Six real certificates that begin and end at different times, on few keys: making keys is what costs.</summary>
internal static class SequenceCertificates
{
    public static readonly DateTimeOffset Start = Certs.Now;

    public static readonly (int FromDay, int ToDay)[] Windows = [(-10, 60), (-10, 400), (-1, 5), (-100, 20), (3, 90), (-10, 200)];

    public static readonly ImmutableArray<CertificateWithKey> All = [.. Windows.Select((window, index) => Make(index, window.FromDay, window.ToDay))];

    public static int IndexOf(SigningCertificate certificate) => All.Select(known => known.Certificate).ToList().IndexOf(certificate);

    private static CertificateWithKey Make(int index, int fromDay, int toDay)
    {
        var key = Certs.Key(index % 2);
        using var rsa = key.OpenKey();
        var request = new CertificateRequest($"CN=sequence{index}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Start.AddDays(fromDay), Start.AddDays(toDay));
        return new CertificateWithKey(CertificateReader.Read(certificate.RawData), key.Pkcs8);
    }
}
