using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>A few certificates made once, under a password that is quickly tried: both would take longer than a whole plan may.</summary>
internal static class PlanCertificates
{
    private const int Count = 4;
    private const string Password = "right";
    private static readonly Lazy<(byte[] Pfx, string Thumbprint)[]> Made = new(() => [.. Enumerable.Range(0, Count).Select(Make)]);

    public static PropertyMap Text(int which) =>
        PropertyMap.Of(("pfx", Convert.ToBase64String(Made.Value[which % Count].Pfx)), ("pfxPassword", Password));

    public static CertificateSource Imported(int which) => new CertificateSource.Imported([.. Made.Value[which % Count].Pfx], Password);

    public static PropertyMap File(int which) => PropertyMap.Of(("pfxFile", NameOf(which % Count)), ("pfxPassword", Password));

    /// <summary>The one that every server has in its store, whatever is bound.</summary>
    public static PropertyMap Stored() => PropertyMap.Of(("thumbprint", Made.Value[0].Thumbprint));

    public static string Pem(int which)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12(Made.Value[which % Count].Pfx, Password);
        return certificate.ExportCertificatePem();
    }

    public static async Task WriteFilesAsync(string folder)
    {
        for (var which = 0; which < Count; which++)
        {
            await System.IO.File.WriteAllBytesAsync(Path.Combine(folder, NameOf(which)), Made.Value[which].Pfx);
        }
    }

    private static string NameOf(int which) => $"certificate{which}.pfx";

    private static (byte[] Pfx, string Thumbprint) Make(int which)
    {
        using var key = KeyPool.Next(2048);
        var request = new CertificateRequest($"CN=litwareinc{which}.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var from = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(from, from.AddYears(60));
        var quick = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1);
        return (certificate.ExportPkcs12(quick, Password), certificate.Thumbprint);
    }
}
