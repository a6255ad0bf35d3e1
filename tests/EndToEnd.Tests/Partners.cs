using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>Partner applications by certificate: trusts that need no server on the other side.</summary>
internal static class Partners
{
    private static readonly string Certificate = MakeCertificate();

    /// <summary>One partner, registered on both pools.</summary>
    public static async Task TrustAsync(TestStack stack, string name)
    {
        await OneWayAsync(stack, Litware.Lync, name);
        await OneWayAsync(stack, Litware.SecondLync, name);
    }

    public static Task OneWayAsync(TestStack stack, string server, string name) => stack.ResourceAsync(
        "partnertrust:index:PartnerApplication",
        $"{name}-on-{server.Split('.')[0]}",
        _ => { },
        ("server", server),
        ("name", name),
        ("certificate", GivenBy(name)));

    /// <summary>One that gets its name from the provider.</summary>
    public static Task UnnamedAsync(TestStack stack, string server, string realm) => stack.ResourceAsync(
        "partnertrust:index:PartnerApplication", realm, _ => { }, ("server", server), ("certificate", GivenBy(realm)));

    private static PropertyMap GivenBy(string name) => PropertyMap.Of(
        ("applicationIdentifier", "00000003-0000-0ff1-ce00-000000000000"),
        ("realm", $"{name}.example"),
        ("certificatePem", Certificate));

    private static string MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=partner.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(2));
        return certificate.ExportCertificatePem();
    }
}
