using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Secrets;

public sealed class PlantedSecretTests
{
    private const string Planted = "Pl4nted-Secret-0193";

    [Fact]
    public async Task A_password_stays_secret_through_a_whole_life()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");
        var pfx = Pfx();
        var program = PropertyMap.Of(
            ("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("pfx", pfx), ("pfxPassword", Planted))));

        var foreseen = await binding.PreviewAsync(program);
        await binding.UpAsync(program);
        Assert.Empty((await binding.DiffAsync(program)).DetailedDiff);
        Assert.Empty((await binding.RefreshAsync())!.DetailedDiff);
        var refusal = await binding.CheckAsync(program.Set("source", PropertyMap.Of(("pfx", pfx), ("pfxPassword", Planted + "!"))));

        Assert.All([foreseen, binding.Inputs, binding.Outputs], map =>
        {
            Assert.DoesNotContain(Planted, map.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(pfx[..40], map.ToString(), StringComparison.Ordinal);
        });
        Assert.DoesNotContain(Planted, refusal.Failures.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(plugin.Engine.Logs, log => log.Message.Contains(Planted, StringComparison.Ordinal));
        Assert.All(Directory.EnumerateFiles(plugin.DataDirectory), file => Assert.False(Holds(file), file));
    }

    [Fact]
    public async Task A_secret_input_makes_the_output_of_its_name_secret()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var settings = new ManagedResource(plugin, "OAuthConfiguration");

        await settings.UpAsync(Programs.OAuth().Set("realm", new SecretValue("litwareinc.com")));

        Assert.Equal(new SecretValue("litwareinc.com"), settings.Outputs["realm"]);
    }

    private static bool Holds(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Planted)) >= 0;
    }

    private static string Pfx()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=litwareinc.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 2, 1, 0, 0, 0, TimeSpan.Zero));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pfx, Planted));
    }
}
