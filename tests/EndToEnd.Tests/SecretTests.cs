using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Deployment.State;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.EndToEnd.Tests;

public sealed class SecretTests
{
    private const string Planted = "planted-pfx-password";

    [SkippableFact]
    public async Task A_secret_given_to_a_resource_is_nowhere_in_clear_after_its_whole_life()
    {
        Checkout.RequirePlugin();
        Environment.SetEnvironmentVariable(PassphraseCipher.PassphraseVariable, "only for this test");
        using var bench = Bench.ForPrograms();
        var pfx = Convert.ToBase64String(MakePfx());
        Task Declare(TestStack stack, int renewBeforeDays) => stack.ResourceAsync(
            "partnertrust:index:CertificateBinding",
            "lync",
            _ => { },
            ("server", Bench.Lync),
            ("source", PropertyMap.Of(("pfx", new SecretValue(pfx)), ("pfxPassword", new SecretValue(Planted)))),
            ("renewBeforeDays", renewBeforeDays));

        var created = await bench.Host(stack => Declare(stack, 60)).UpAsync();
        var updated = await bench.Host(stack => Declare(stack, 30)).UpAsync();
        await bench.Host(stack => Declare(stack, 30)).RefreshAsync();
        AssertNowhere(bench, pfx);
        await bench.Host(stack => Declare(stack, 30)).DestroyAsync();
        AssertNowhere(bench, pfx);

        Assert.True(created.Succeeded && updated.Succeeded, bench.Output.ToString());
    }

    private static void AssertNowhere(Bench bench, string pfx)
    {
        var texts = Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories)
            .Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))).Append(bench.Output.ToString());
        Assert.All(texts, text =>
        {
            Assert.DoesNotContain(Planted, text, StringComparison.Ordinal);
            Assert.DoesNotContain(pfx, text, StringComparison.Ordinal);
        });
    }

    private static byte[] MakePfx()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=atl-cs-001.litwareinc.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(2));
        return certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Planted);
    }
}
