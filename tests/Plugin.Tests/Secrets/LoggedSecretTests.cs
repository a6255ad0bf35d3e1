using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Secrets;

/// <summary>The log tells of everything that is done, and of no secret with which it is done.</summary>
public sealed class LoggedSecretTests
{
    private const string Planted = "Pl4nted-Secret-0193";

    private readonly CapturedLog log = new(LogLevel.Trace);

    [Fact]
    public async Task A_certificate_s_file_and_password_are_in_no_line_of_its_whole_life()
    {
        using var key = RSA.Create(2048);
        var pfx = PfxOf(key);
        var program = PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("pfx", pfx), ("pfxPassword", Planted))));
        await using (var plugin = await StartAsync())
        {
            var binding = new ManagedResource(plugin, "CertificateBinding", $"with {Planted}");
            await binding.PreviewAsync(program);
            await binding.UpAsync(program);
            await binding.RefreshAsync();
            await binding.CheckAsync(program.Set("source", PropertyMap.Of(("pfx", pfx), ("pfxPassword", Planted + "!"))));
            await binding.DeleteAsync();
        }

        Assert.Contains(log.Lines, line => line.Contains("engine: BindCertificate on ", StringComparison.Ordinal));
        AssertNowhere([Planted, pfx[..40], pfx[^60..^20], .. Spellings(key.ExportPkcs8PrivateKey()), .. Spellings(key.ExportParameters(true).D!)]);
    }

    [Fact]
    public async Task An_address_that_is_secret_is_in_no_line()
    {
        var program = PropertyMap.Of(
            ("server", PluginUnderTest.Lync),
            ("name", "Exchange"),
            ("authMetadataUrl", new SecretValue($"https://{Planted}.invalid/{Planted}?{Planted}")));
        await using (var plugin = await StartAsync())
        {
            var partner = new ManagedResource(plugin, "PartnerApplication", Planted);
            await partner.PreviewAsync(program).ContinueWith(_ => { }, TaskScheduler.Default);
            await Assert.ThrowsAsync<RpcException>(() => partner.UpAsync(program));
        }

        Assert.Contains(log.Lines, line => line.StartsWith("Debug       fetch: GET ", StringComparison.Ordinal));
        AssertNowhere([Planted]);
    }

    [Fact]
    public async Task A_secret_setting_is_in_no_line()
    {
        await using (var plugin = await PluginUnderTest.StartAsync(logs: log.Factory))
        {
            await plugin.ConfigureAsync(PluginUnderTest.Servers.Set("dataDirectory", new SecretValue($"/dev/null/{Planted}")));
            await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(plugin, "OAuthConfiguration").UpAsync(Programs.OAuth()));
        }

        Assert.Contains(log.Lines, line => line.Contains("PT7007: ", StringComparison.Ordinal));
        AssertNowhere([Planted]);
    }

    [Fact]
    public async Task Tokens_and_generated_keys_are_in_no_line()
    {
        await using (var plugin = await StartAsync())
        {
            await Programs.EstablishTrustAsync(plugin);
            await Programs.RegisterPartnersAsync(plugin);
            await new ManagedResource(plugin, "ConnectivityCheck").UpAsync(Programs.Check());
        }

        Assert.Contains(log.Lines, line => line.Contains("engine: CheckConnectivity on ", StringComparison.Ordinal));
        AssertNowhere(["eyJ", "Bearer ", "PRIVATE KEY", "MIIE"]);
    }

    private async Task<PluginUnderTest> StartAsync()
    {
        var plugin = await PluginUnderTest.StartAsync(logs: log.Factory);
        await plugin.ConfigureAsync(PluginUnderTest.Servers);
        return plugin;
    }

    private void AssertNowhere(IEnumerable<string> texts) =>
        Assert.All(texts, text => Assert.DoesNotContain(text, log.Text, StringComparison.OrdinalIgnoreCase));

    private static string[] Spellings(byte[] key) => [Convert.ToBase64String(key)[..40], Convert.ToHexString(key)[..40]];

    private static string PfxOf(RSA key)
    {
        var request = new CertificateRequest("CN=litwareinc.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 2, 1, 0, 0, 0, TimeSpan.Zero));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pfx, Planted));
    }
}
