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
            ("server", Litware.Lync),
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

    [SkippableFact]
    public async Task A_password_that_no_program_marked_is_nowhere_in_clear_with_the_component_either()
    {
        Checkout.RequirePlugin();
        Environment.SetEnvironmentVariable(PassphraseCipher.PassphraseVariable, "only for this test");
        using var bench = Bench.ForPrograms();
        var pfx = Convert.ToBase64String(MakePfx());
        var source = PropertyMap.Of(("pfx", pfx), ("pfxPassword", Planted));
        Task Declare(TestStack stack, int renewBeforeDays) => stack.ResourceAsync(
            "partnertrust:index:TwoWayTrust",
            "trust",
            request => (request.Custom, request.Remote) = (false, true),
            ("lync", PropertyMap.Of(("server", Litware.Lync), ("certificate", source), ("renewBeforeDays", renewBeforeDays))),
            ("exchange", PropertyMap.Of(("server", Litware.Exchange))));

        var created = await bench.Host(stack => Declare(stack, 60)).UpAsync();
        var updated = await bench.Host(stack => Declare(stack, 30)).UpAsync();

        Assert.True(created.Succeeded && updated.Succeeded, bench.Output.ToString());
        AssertNowhere(bench, pfx);
    }

    [SkippableFact]
    public async Task A_refusal_prints_no_secret_beside_its_property()
    {
        Checkout.RequirePlugin();
        Environment.SetEnvironmentVariable(PassphraseCipher.PassphraseVariable, "only for this test");
        using var bench = Bench.ForPrograms();
        var source = PropertyMap.Of(("pfxFile", "c1.pfx"), ("generate", PropertyMap.Empty), ("pfxPassword", new SecretValue(Planted)));

        var certificate = await bench.Host(stack => stack.ResourceAsync(
            "partnertrust:index:CertificateBinding", "lync", _ => { }, ("server", Litware.Lync), ("source", source))).UpAsync();
        var partner = await bench.Host(stack => stack.ResourceAsync(
            "partnertrust:index:PartnerApplication", "lync", _ => { }, ("server", Litware.Lync),
            ("authMetadataUrl", new SecretValue($"https://{Planted}.invalid/{Planted}")))).UpAsync();
        var component = await bench.Host(stack => stack.ResourceAsync(
            "partnertrust:index:TwoWayTrust", "trust", request => (request.Custom, request.Remote) = (false, true),
            ("lync", PropertyMap.Of(("server", Litware.Lync), ("certificate", source.Set("pfxPassword", PropertyMap.Of(("it", Planted)))))),
            ("exchange", PropertyMap.Of(("server", Litware.Exchange))))).UpAsync();

        Assert.False(certificate.Succeeded || partner.Succeeded || component.Succeeded);
        Assert.All(
            ["source: PT1008", "PT3051", "lync.certificate.pfxPassword: PT1003"],
            number => Assert.Contains(number, bench.Output.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("<nil>", bench.Output.ToString(), StringComparison.Ordinal);
        AssertNowhere(bench, "no certificate");
    }

    [SkippableFact]
    public async Task A_log_in_the_place_of_which_lies_a_link_is_refused_in_one_line()
    {
        Checkout.RequirePlugin();
        Skip.If(OperatingSystem.IsWindows(), "Windows lets only administrators make links.");
        using var bench = new Bench("");
        var (link, target) = (Path.Combine(bench.Folder, "plugin.log"), Path.Combine(bench.Folder, "elsewhere"));
        File.CreateSymbolicLink(link, target);

        var (code, text) = await Tool.RunAsync(Checkout.Plugin, ["127.0.0.1:1"], bench.Folder, ("PARTNERTRUST_LOG", link));

        Assert.Equal(1, code);
        Assert.Contains("it is a link", Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(File.Exists(target));
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
