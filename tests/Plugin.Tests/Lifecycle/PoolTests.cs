using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

public sealed class PoolTests
{
    private const string Member = "fe02.litwareinc.com";

    [Fact]
    public async Task A_certificate_missing_on_a_member_shows_after_a_refresh_and_up_carries_it_there()
    {
        await using var plugin = await StartAsync(["fe01.litwareinc.com", "FE02.litwareinc.com"]);
        var binding = new ManagedResource(plugin, "CertificateBinding");
        var program = Programs.Certificate(PluginUnderTest.Lync);
        await binding.UpAsync(program);
        var thumbprint = binding.Outputs["thumbprint"];
        Assert.False(binding.Outputs.ContainsKey("missingOn"));

        Assert.Equal(0, await EmptyAsync(plugin, Member));
        var drift = await binding.RefreshAsync();

        Assert.Equal(["missingOn"], drift!.DetailedDiff.Keys);
        Assert.Equal([Member], ((ListValue)binding.Outputs["missingOn"]).Items.Select(item => ((TextValue)item).Value));
        Assert.Contains(
            plugin.Engine.Warnings,
            warning => warning.Contains("PT2019", StringComparison.Ordinal) && warning.Contains(Member, StringComparison.Ordinal));
        Assert.False((await binding.PreviewAsync(program)).ContainsKey("missingOn"));

        await binding.UpAsync(program);

        Assert.Equal(thumbprint, binding.Outputs["thumbprint"]);
        Assert.False(binding.Outputs.ContainsKey("missingOn"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await binding.RefreshAsync())!.Changes);
    }

    [Fact]
    public async Task A_machine_of_no_pool_cannot_be_emptied()
    {
        await using var plugin = await StartAsync([Member]);
        await new ManagedResource(plugin, "CertificateBinding").UpAsync(Programs.Certificate(PluginUnderTest.Lync));

        Assert.Equal(4, await EmptyAsync(plugin, "fe09.litwareinc.com"));
    }

    [Theory]
    [InlineData("LyncServer", "not a name", "PT1007")]
    [InlineData("LyncServer", "Autodiscover.litwareinc.com", "PT1103")]
    [InlineData("TokenServer", Member, "PT1109")]
    public async Task A_member_that_cannot_be_one_is_refused(string product, string member, string code)
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var settings = PropertyMap.Of(("servers", ListValue.Of(
        [
            PropertyMap.Of(("fqdn", "pool.litwareinc.com"), ("product", product), ("members", ListValue.Of([member]))),
            PropertyMap.Of(("fqdn", PluginUnderTest.Exchange), ("product", "ExchangeServer")),
        ])));

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, CancellationToken.None);

        Assert.Contains(code, Assert.Single(check.Failures).Reason, StringComparison.Ordinal);
        Assert.StartsWith("servers[0].members", check.Failures[0].Place(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FE02.litwareinc.com", "")]
    [InlineData("fe09.litwareinc.com", "PT1006")]
    [InlineData("not a name", "PT1007")]
    public async Task A_single_machine_of_a_pool_can_be_restarted(string machine, string refusal)
    {
        await using var plugin = await StartAsync([Member]);
        var program = Programs.Partner().Set("restart", "iis").Set("restartServers", ListValue.Of([machine]));

        var check = await new ManagedResource(plugin, "PartnerApplication").CheckAsync(program);

        Assert.Contains(refusal, check.Failures.SingleOrDefault()?.Reason ?? "", StringComparison.Ordinal);
        Assert.Equal(refusal.Length > 0, check.Failures.Count > 0);
    }

    private static async Task<PluginUnderTest> StartAsync(string[] members)
    {
        var plugin = await PluginUnderTest.StartAsync();
        await plugin.ConfigureAsync(PropertyMap.Of(("servers", ListValue.Of(
        [
            PropertyMap.Of(("fqdn", PluginUnderTest.Lync), ("product", "LyncServer"), ("members", ListValue.Of([.. members]))),
        ]))));
        return plugin;
    }

    private static async Task<int> EmptyAsync(PluginUnderTest plugin, string member)
    {
        string[] arguments = ["lab", "empty", "--server", PluginUnderTest.Lync, "--member", member, "--data", plugin.DataDirectory];
        return (await CommandRun.OfAsync(arguments, plugin.Time)).Code;
    }
}
