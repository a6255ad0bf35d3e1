using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>A few certificates made once, under a password that is quickly tried: both would take longer than a whole plan may.</summary>
internal static class PlanCertificates
{
    public const string Password = "right";
    private static readonly Lazy<byte[][]> Made = new(() => [.. Enumerable.Range(0, 4).Select(Make)]);

    public static string Pfx(int which) => Convert.ToBase64String(Made.Value[which % 4]);

    private static byte[] Make(int which)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN=litwareinc{which}.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var from = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(from, from.AddYears(10));
        return certificate.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1), Password);
    }
}
