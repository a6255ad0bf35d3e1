using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>An installation that was imported, with a program as the import writes it, is repaired like any other.</summary>
public sealed class AdoptionTests
{
    private const string Sts = Litware.TokenServer;

    [Theory]
    [InlineData("PartnerApplication", $"{PluginUnderTest.Lync}/Exchange", PluginUnderTest.Exchange)]
    [InlineData("AuthorizationServer", $"{PluginUnderTest.Lync}/sts", Sts)]
    public async Task A_partner_that_rolled_its_key_is_found_by_a_refresh_and_read_again_by_the_next_update(string type, string id, string partner)
    {
        await using var plugin = await StartAsync();
        var adopted = new ManagedResource(plugin, type, "adopted");
        await adopted.ImportAsync(id);
        var program = adopted.Inputs;
        Assert.Empty((await adopted.DiffAsync(program)).DetailedDiff);
        await RollAsync(plugin, partner);

        Assert.Empty((await adopted.UpAsync(program))!.DetailedDiff);
        Assert.Equal(["trustedKeys"], (await adopted.RefreshAsync())!.DetailedDiff.Keys);
        var found = adopted.Outputs;
        await adopted.RefreshAsync();
        Assert.Equal(found, adopted.Outputs);
        Assert.Contains(plugin.Engine.Warnings, warning => warning.Contains("PT3026", StringComparison.Ordinal));

        var repaired = await adopted.UpAsync(program);

        Assert.Equal(["trustedKeys"], repaired!.DetailedDiff.Keys);
        Assert.Equal(2, ((ListValue)adopted.Outputs["trustedKeys"]).Items.Length);
        Assert.Empty((await adopted.DiffAsync(program)).DetailedDiff);
        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
    }

    [Fact]
    public async Task What_a_refresh_found_is_not_forgotten_while_the_partner_does_not_answer()
    {
        await using var plugin = await StartAsync();
        var adopted = new ManagedResource(plugin, "PartnerApplication", "adopted");
        await adopted.ImportAsync($"{PluginUnderTest.Lync}/Exchange");
        await RollAsync(plugin, PluginUnderTest.Exchange);
        await adopted.RefreshAsync();
        await plugin.DeleteBehindAsync("AuthMetadataEndpoint", Programs.ExchangeUrl);

        Assert.Equal(["trustedKeys"], (await adopted.RefreshAsync())!.DetailedDiff.Keys);

        Assert.Contains(plugin.Engine.Warnings, warning => warning.Contains("PT1025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trigger_that_reads_the_keys_again_is_the_whole_difference()
    {
        await using var plugin = await StartAsync();
        var partner = new ManagedResource(plugin, "PartnerApplication", "exchange");
        await partner.ImportAsync($"{PluginUnderTest.Lync}/Exchange");
        await RollAsync(plugin, PluginUnderTest.Exchange);
        await partner.RefreshAsync();

        Assert.Equal(["refreshTrigger"], (await partner.DiffAsync(partner.Inputs.Set("refreshTrigger", "2"))).DetailedDiff.Keys);
    }

    [Fact]
    public async Task A_certificate_declared_by_its_thumbprint_is_put_back_after_an_operators_roll()
    {
        await using var plugin = await StartAsync();
        var adopted = new ManagedResource(plugin, "CertificateBinding", "adopted");
        await adopted.ImportAsync(PluginUnderTest.Exchange);
        var program = PropertyMap.Of(
            ("server", PluginUnderTest.Exchange), ("source", PropertyMap.Of(("thumbprint", adopted.Outputs["thumbprint"]))));
        await adopted.UpAsync(program);
        await RollAsync(plugin, PluginUnderTest.Exchange);

        Assert.Equal(["source.thumbprint"], (await adopted.RefreshAsync())!.DetailedDiff.Keys);
        Assert.Equal(["source.thumbprint"], (await adopted.UpAsync(program))!.DetailedDiff.Keys);

        Assert.Equal(((PropertyMap)program["source"])["thumbprint"], adopted.Outputs["thumbprint"]);
        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
    }

    [Fact]
    public async Task A_realm_that_somebody_set_on_a_token_server_is_taken_away_again()
    {
        await using var plugin = await StartAsync();
        var adopted = new ManagedResource(plugin, "AuthorizationServer", "adopted");
        await adopted.ImportAsync($"{PluginUnderTest.Lync}/sts");
        var program = adopted.Inputs;
        Assert.False(program.ContainsKey("realm"));
        var theirs = new ManagedResource(plugin, "AuthorizationServer", "theirs");
        await theirs.ImportAsync($"{PluginUnderTest.Lync}/sts");
        await theirs.UpAsync(theirs.Inputs.Set("realm", "fabrikam.com"));

        Assert.Equal(["realm"], (await adopted.RefreshAsync())!.DetailedDiff.Keys);
        await adopted.UpAsync(program);

        Assert.Equal<PropertyValue>("litwareinc.com", adopted.Outputs["realm"]);
        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
    }

    public static TheoryData<string, Func<PartnerApplication, PartnerApplication>> Settings => new()
    {
        { "enabled", record => record with { Enabled = false } },
        { "acceptSecurityIdentifierInformation", record => record with { AcceptSecurityIdentifierInformation = false } },
        { "linkedAccount", record => record with { LinkedAccount = null } },
        { "linkedAccount.name", record => record with { LinkedAccount = record.LinkedAccount! with { Name = "Other" } } },
        { "linkedAccount.roles", record => record with { LinkedAccount = record.LinkedAccount! with { Roles = [] } } },
        { "linkedAccount.roles[1]", record => record with { LinkedAccount = record.LinkedAccount! with { Roles = ["ArchiveApplication"] } } },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_of_a_record_that_somebody_changed_is_put_right(string path, Func<PartnerApplication, PartnerApplication> change)
    {
        await using var plugin = await StartAsync();
        var adopted = new ManagedResource(plugin, "PartnerApplication", "adopted");
        await adopted.ImportAsync($"{PluginUnderTest.Exchange}/LyncEnterprise");
        var program = adopted.Inputs;
        var before = adopted.Outputs;
        await plugin.InLabAsync(lab => lab.Partners.ChangeAsync(PluginUnderTest.Exchange, "LyncEnterprise", change, default));

        Assert.Equal([path], (await adopted.RefreshAsync())!.DetailedDiff.Keys);
        Assert.Equal([path], (await adopted.UpAsync(program))!.DetailedDiff.Keys);

        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
        Assert.Equal(before, adopted.Outputs);
    }

    [Fact]
    public async Task Settings_that_somebody_changed_are_put_right()
    {
        await using var plugin = await StartAsync();
        var adopted = new ManagedResource(plugin, "OAuthConfiguration", "adopted");
        await adopted.ImportAsync(PluginUnderTest.Lync);
        var program = adopted.Inputs;
        await plugin.InLabAsync(lab => lab.Partners.OverwriteOAuthConfigurationAsync(
            new OAuthConfiguration(PluginUnderTest.Lync, "litwareinc.com", "00000004-0000-0ff1-ce00-000000000000", null, ["*.fabrikam.com"]), default));

        string[] changed = ["exchangeAutodiscoverAllowedDomains", "exchangeAutodiscoverUrl"];
        Assert.Equal(changed, (await adopted.RefreshAsync())!.DetailedDiff.Keys.Order());
        Assert.Equal(changed, (await adopted.UpAsync(program))!.DetailedDiff.Keys.Order());

        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
    }

    private static async Task<PluginUnderTest> StartAsync()
    {
        var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);
        await new ManagedResource(plugin, "AuthorizationServer", "sts").UpAsync(Programs.TokenServer());
        return plugin;
    }

    private static Task RollAsync(PluginUnderTest plugin, string server) => plugin.InLabAsync(lab => lab.RollCertificateAsync(server, default));
}
