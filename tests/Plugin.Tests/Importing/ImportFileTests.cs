using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Importing;

public sealed class ImportFileTests
{
    private const string Sts = Litware.TokenServer;

    [Fact]
    public async Task A_whole_trust_is_listed_server_after_server()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await EstablishAsync(plugin);

        var (code, file, messages) = await RunAsync(plugin, "--data", plugin.DataDirectory);

        Assert.Equal((0, ""), (code, messages));
        Assert.Equal(
            [
                $"partnertrust:index:CertificateBinding certificate-atl-cs-001 {PluginUnderTest.Lync}",
                $"partnertrust:index:AuthMetadataEndpoint metadata-atl-cs-001 {Programs.LyncUrl}",
                $"partnertrust:index:OAuthConfiguration oauth-atl-cs-001 {PluginUnderTest.Lync}",
                $"partnertrust:index:AuthorizationServer token-server-sts-on-atl-cs-001 {PluginUnderTest.Lync}/sts",
                $"partnertrust:index:PartnerApplication partner-exchange-on-atl-cs-001 {PluginUnderTest.Lync}/Exchange",
                $"partnertrust:index:CertificateBinding certificate-autodiscover {PluginUnderTest.Exchange}",
                $"partnertrust:index:AuthMetadataEndpoint metadata-autodiscover {Programs.ExchangeUrl}",
                $"partnertrust:index:PartnerApplication partner-lyncenterprise-on-autodiscover {PluginUnderTest.Exchange}/LyncEnterprise",
                $"partnertrust:index:CertificateBinding certificate-sts {Sts}",
                $"partnertrust:index:AuthMetadataEndpoint metadata-sts https://{Sts}/metadata/json/1",
            ],
            Resources(file).Select(resource => $"{resource["type"]} {resource["name"]} {resource["id"]}"));
        Assert.Equal(file, (await RunAsync(plugin, $"--data={plugin.DataDirectory}")).File);
    }

    [Fact]
    public async Task Everything_that_is_listed_imports_without_a_difference()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await EstablishAsync(plugin);
        var (_, file, _) = await RunAsync(plugin, "--data", plugin.DataDirectory);

        foreach (var entry in Resources(file))
        {
            var resource = new ManagedResource(plugin, entry["type"]!.ToString().Split(':')[^1], entry["name"]!.ToString());
            await resource.ImportAsync(entry["id"]!.ToString());
            Assert.Equal(entry["id"]!.ToString(), resource.Id);
            Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await resource.DiffAsync(resource.Inputs)).Changes);
        }
    }

    [Fact]
    public async Task More_records_than_one_page_are_all_listed_once()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var records = Enumerable.Range(0, 401).Select(at => $"partner {at:D3}").ToList();
        foreach (var name in records)
        {
            await new ManagedResource(plugin, "PartnerApplication", name).UpAsync(Known(name, records.IndexOf(name)));
        }

        var (_, file, _) = await RunAsync(plugin, "--data", plugin.DataDirectory);

        Assert.Equal(records.Select(name => $"{PluginUnderTest.Lync}/{name}"), Resources(file).Select(resource => resource["id"]!.ToString()));
    }

    [Fact]
    public async Task What_could_not_be_imported_is_left_out_and_named()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        var elsewhere = PropertyMap.Of(("server", PluginUnderTest.Exchange), ("url", "https://mail.litwareinc.com/autodiscover/metadata/json/1"));
        await new ManagedResource(plugin, "AuthMetadataEndpoint", "elsewhere").UpAsync(elsewhere);

        var (code, file, messages) = await RunAsync(plugin, "--data", plugin.DataDirectory);

        Assert.Equal(0, code);
        Assert.DoesNotContain("mail.litwareinc.com", file, StringComparison.Ordinal);
        Assert.StartsWith("PT1207: ", messages, StringComparison.Ordinal);
        Assert.Contains("https://mail.litwareinc.com/", messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PT1206", "--data")]
    [InlineData("PT1206", "--data=")]
    [InlineData("PT1206", "now")]
    [InlineData("PT1206", "--servers", "servers.json")]
    [InlineData("PT7018", "--data", "no-such-directory")]
    public async Task Wrong_arguments_are_told_beside_the_file_and_nothing_is_written(string number, params string[] arguments)
    {
        await using var plugin = await PluginUnderTest.StartAsync();

        var (code, file, messages) = await RunAsync(plugin, arguments);

        Assert.Equal((2, ""), (code, file));
        Assert.StartsWith($"{number}: ", messages, StringComparison.Ordinal);
    }

    private static async Task EstablishAsync(PluginUnderTest plugin)
    {
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);
        await new ManagedResource(plugin, "AuthorizationServer").UpAsync(Programs.TokenServer());
    }

    private static PropertyMap Known(string name, int number) => PropertyMap.Of(
        ("server", PluginUnderTest.Lync),
        ("name", name),
        ("authorizationServer", PropertyMap.Of(
            ("applicationIdentifier", $"00000000-0000-0000-0000-{number:D12}"), ("realm", "litwareinc.com"))));

    private static JToken Resources(string file) => JObject.Parse(file)["resources"]!;

    private static async Task<(int Code, string File, string Messages)> RunAsync(PluginUnderTest plugin, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["import-file", .. arguments], plugin.Time);
        return (run.Code, run.Output, run.Messages);
    }
}
