using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>An installation that was imported, with a program as the import writes it, is repaired like any other.</summary>
public sealed class AdoptionTests
{
    private const string Sts = Litware.TokenServer;

    [SkippableTheory]
    [InlineData(EngineKind.Embedded, "PartnerApplication", $"{PluginUnderTest.Lync}/Exchange", PluginUnderTest.Exchange)]
    [InlineData(EngineKind.Embedded, "AuthorizationServer", $"{PluginUnderTest.Lync}/sts", Sts)]
    [InlineData(EngineKind.Remote, "PartnerApplication", $"{PluginUnderTest.Lync}/Exchange", PluginUnderTest.Exchange)]
    [InlineData(EngineKind.Remote, "AuthorizationServer", $"{PluginUnderTest.Lync}/sts", Sts)]
    public async Task A_partner_that_rolled_its_key_is_found_by_a_refresh_and_read_again_by_the_next_update(
        EngineKind kind, string type, string id, string partner)
    {
        await using var servers = await StartAsync(kind);
        var adopted = servers.Resource(type, "adopted");
        await adopted.ImportAsync(id);
        var program = adopted.Inputs;
        Assert.Empty((await adopted.DiffAsync(program)).DetailedDiff);
        await servers.Operator.RollCertificateAsync(partner);

        Assert.Empty((await adopted.UpAsync(program))!.DetailedDiff);
        Assert.Equal(["trustedKeys"], (await adopted.RefreshAsync())!.DetailedDiff.Keys);
        var found = adopted.Outputs;
        await adopted.RefreshAsync();
        Assert.Equal(found, adopted.Outputs);
        var number = kind == EngineKind.Embedded ? "PT3026" : "PT3031";
        Assert.Contains(servers.Plugin.Engine.Warnings, warning => warning.Contains(number, StringComparison.Ordinal));

        var repaired = await adopted.UpAsync(program);

        Assert.Equal(["trustedKeys"], repaired!.DetailedDiff.Keys);
        Assert.Equal(2, ((ListValue)adopted.Outputs["trustedKeys"]).Items.Length);
        Assert.Empty((await adopted.DiffAsync(program)).DetailedDiff);
        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
    }

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task What_a_refresh_found_is_not_forgotten_while_the_partner_does_not_answer(EngineKind kind)
    {
        await using var servers = await StartAsync(kind);
        var adopted = servers.Resource("PartnerApplication", "adopted");
        await adopted.ImportAsync($"{PluginUnderTest.Lync}/Exchange");
        await servers.Operator.RollCertificateAsync(PluginUnderTest.Exchange);
        await adopted.RefreshAsync();
        await servers.StopPublishingAsync(PluginUnderTest.Exchange, Programs.ExchangeUrl);

        Assert.Equal(["trustedKeys"], (await adopted.RefreshAsync())!.DetailedDiff.Keys);

        Assert.Contains(servers.Plugin.Engine.Warnings, warning => warning.Contains("PT1025", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task A_trigger_that_reads_the_keys_again_is_the_whole_difference(EngineKind kind)
    {
        await using var servers = await StartAsync(kind);
        var partner = servers.Resource("PartnerApplication", "exchange");
        await partner.ImportAsync($"{PluginUnderTest.Lync}/Exchange");
        await servers.Operator.RollCertificateAsync(PluginUnderTest.Exchange);
        await partner.RefreshAsync();

        Assert.Equal(["refreshTrigger"], (await partner.DiffAsync(partner.Inputs.Set("refreshTrigger", "2"))).DetailedDiff.Keys);
    }

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task A_certificate_declared_by_its_thumbprint_is_put_back_after_an_operators_roll(EngineKind kind)
    {
        await using var servers = await StartAsync(kind);
        var adopted = servers.Resource("CertificateBinding", "adopted");
        await adopted.ImportAsync(PluginUnderTest.Exchange);
        var program = PropertyMap.Of(
            ("server", PluginUnderTest.Exchange), ("source", PropertyMap.Of(("thumbprint", adopted.Outputs["thumbprint"]))));
        await adopted.UpAsync(program);
        await servers.Operator.RollCertificateAsync(PluginUnderTest.Exchange);

        Assert.Equal(["source.thumbprint"], (await adopted.RefreshAsync())!.DetailedDiff.Keys);
        Assert.Equal(["source.thumbprint"], (await adopted.UpAsync(program))!.DetailedDiff.Keys);

        Assert.Equal(((PropertyMap)program["source"])["thumbprint"], adopted.Outputs["thumbprint"]);
        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
    }

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task A_realm_that_somebody_set_on_a_token_server_is_taken_away_again(EngineKind kind)
    {
        await using var servers = await StartAsync(kind);
        var adopted = servers.Resource("AuthorizationServer", "adopted");
        await adopted.ImportAsync($"{PluginUnderTest.Lync}/sts");
        var program = adopted.Inputs;
        Assert.False(program.ContainsKey("realm"));
        var theirs = servers.Resource("AuthorizationServer", "theirs");
        await theirs.ImportAsync($"{PluginUnderTest.Lync}/sts");
        await theirs.UpAsync(theirs.Inputs.Set("realm", "fabrikam.com"));

        Assert.Equal(["realm"], (await adopted.RefreshAsync())!.DetailedDiff.Keys);
        await adopted.UpAsync(program);

        Assert.Equal<PropertyValue>("litwareinc.com", adopted.Outputs["realm"]);
        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
    }

    public static TheoryData<EngineKind, string, Func<PartnerApplication, PartnerApplication>> Settings
    {
        get
        {
            var cases = new TheoryData<EngineKind, string, Func<PartnerApplication, PartnerApplication>>();
            foreach (var kind in Enum.GetValues<EngineKind>())
            {
                foreach (var (path, change) in Changes)
                {
                    cases.Add(kind, path, change);
                }
            }

            return cases;
        }
    }

    private static (string Path, Func<PartnerApplication, PartnerApplication> Change)[] Changes =>
    [
        ("enabled", record => record with { Enabled = false }),
        ("acceptSecurityIdentifierInformation", record => record with { AcceptSecurityIdentifierInformation = false }),
        ("linkedAccount", record => record with { LinkedAccount = null }),
        ("linkedAccount.name", record => record with { LinkedAccount = record.LinkedAccount! with { Name = "Other" } }),
        ("linkedAccount.roles", record => record with { LinkedAccount = record.LinkedAccount! with { Roles = [] } }),
        ("linkedAccount.roles[1]", record => record with { LinkedAccount = record.LinkedAccount! with { Roles = ["ArchiveApplication"] } }),
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_of_a_record_that_somebody_changed_is_put_right(
        EngineKind kind, string path, Func<PartnerApplication, PartnerApplication> change)
    {
        await using var servers = await StartAsync(kind);
        var adopted = servers.Resource("PartnerApplication", "adopted");
        await adopted.ImportAsync($"{PluginUnderTest.Exchange}/LyncEnterprise");
        var program = adopted.Inputs;
        var before = adopted.Outputs;
        await servers.Operator.ChangePartnerAsync(PluginUnderTest.Exchange, "LyncEnterprise", change);

        Assert.Equal([path], (await adopted.RefreshAsync())!.DetailedDiff.Keys);
        Assert.Equal([path], (await adopted.UpAsync(program))!.DetailedDiff.Keys);

        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
        Assert.Equal(before, adopted.Outputs);
    }

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task Settings_that_somebody_changed_are_put_right(EngineKind kind)
    {
        await using var servers = await StartAsync(kind);
        var adopted = servers.Resource("OAuthConfiguration", "adopted");
        await adopted.ImportAsync(PluginUnderTest.Lync);
        var program = adopted.Inputs;
        await servers.Operator.OverwriteSettingsAsync(
            new OAuthConfiguration(PluginUnderTest.Lync, "litwareinc.com", "00000004-0000-0ff1-ce00-000000000000", null, ["*.fabrikam.com"]));

        string[] changed = ["exchangeAutodiscoverAllowedDomains", "exchangeAutodiscoverUrl"];
        Assert.Equal(changed, (await adopted.RefreshAsync())!.DetailedDiff.Keys.Order());
        Assert.Equal(changed, (await adopted.UpAsync(program))!.DetailedDiff.Keys.Order());

        Assert.Empty((await adopted.RefreshAsync())!.DetailedDiff);
    }

    private static async Task<ServersUnderTest> StartAsync(EngineKind kind)
    {
        var servers = await ServersUnderTest.StartAsync(kind);
        await Programs.EstablishTrustAsync(servers.Plugin, kind);
        await Programs.RegisterPartnersAsync(servers.Plugin);
        await servers.Resource("AuthorizationServer", "sts").UpAsync(Programs.TokenServer());
        return servers;
    }
}
