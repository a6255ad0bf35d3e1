using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>A list of nothing asks for nothing, as no list does.</summary>
public sealed class EmptyListTests
{
    private static readonly PropertyValue Nothing = ListValue.Of([]);

    public static TheoryData<string, string> Lists => new()
    {
        { "OAuthConfiguration", "exchangeAutodiscoverAllowedDomains" },
        { "ConnectivityCheck", "triggers" },
        { "PartnerApplication", "restartServers" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_empty_list_is_an_unset_one_before_and_after_every_command(string type, string property)
    {
        await using var plugin = await StartAsync();
        var resource = new ManagedResource(plugin, type);
        var without = ProgramOf(type);
        var with = without.Set(property, Nothing);

        await resource.UpAsync(with);

        Assert.DoesNotContain(property, resource.Inputs.Keys);
        Assert.Empty((await resource.DiffAsync(with)).DetailedDiff);
        Assert.Empty((await resource.DiffAsync(without)).DetailedDiff);
        Assert.Empty((await resource.RefreshAsync())!.DetailedDiff);
        Assert.Empty((await resource.DiffAsync(with.Set(property, new SecretValue(Nothing)))).DetailedDiff);
    }

    /// <summary>As an earlier release left it.</summary>
    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_state_with_an_empty_list_shows_nothing(string type, string property)
    {
        await using var plugin = await StartAsync();
        var resource = new ManagedResource(plugin, type);
        await resource.UpAsync(ProgramOf(type));
        var (inputs, outputs) = (PropertyCodec.Encode(resource.Inputs.Set(property, Nothing)), PropertyCodec.Encode(
            resource.Outputs.Set(property, Nothing)));

        var diff = await plugin.Client.DiffAsync(
            new DiffRequest
            {
                Id = resource.Id,
                Urn = resource.Urn,
                Olds = outputs,
                OldInputs = inputs,
                News = PropertyCodec.Encode(resource.Inputs),
            },
            default);
        var read = await plugin.Client.ReadAsync(
            new ReadRequest { Id = resource.Id, Urn = resource.Urn, Inputs = inputs, Properties = outputs }, default);

        Assert.Empty(diff.DetailedDiff);
        Assert.Equal((inputs, outputs), (read.Inputs, read.Properties));
    }

    [Fact]
    public async Task An_account_without_roles_gets_the_default_ones()
    {
        await using var plugin = await StartAsync();
        var partner = new ManagedResource(plugin, "PartnerApplication", "lync");
        var program = Programs.LyncPartner().Set("linkedAccount", PropertyMap.Of(("name", "Account"), ("roles", Nothing)));

        await partner.UpAsync(program);

        Assert.Equal(2, ((ListValue)((PropertyMap)partner.Outputs["linkedAccount"])["roles"]).Items.Length);
        Assert.Empty((await partner.DiffAsync(program)).DetailedDiff);
        Assert.Empty((await partner.RefreshAsync())!.DetailedDiff);
    }

    [Fact]
    public async Task Settings_take_empty_lists_where_they_need_no_item()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var server = PropertyMap.Of(
            ("fqdn", PluginUnderTest.Lync), ("product", "LyncServer"), ("acceptedDomains", Nothing), ("members", Nothing));

        await plugin.ConfigureAsync(PropertyMap.Of(("servers", ListValue.Of([server])), ("mailboxes", Nothing)));
        var none = await plugin.Client.CheckConfigAsync(
            new CheckRequest { News = PropertyCodec.Encode(PropertyMap.Of(("servers", Nothing))) }, default);

        Assert.Contains("PT1102", Assert.Single(none.Failures).Reason, StringComparison.Ordinal);
    }

    private static async Task<PluginUnderTest> StartAsync()
    {
        var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        return plugin;
    }

    private static PropertyMap ProgramOf(string type) => type switch
    {
        "OAuthConfiguration" => Programs.OAuth(),
        "PartnerApplication" => Programs.Partner().Set("restart", "appPools"),
        _ => Programs.Check().Set("onFailure", "warn"),
    };
}
