using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>One table, one story for every resource: adding a resource adds a row.</summary>
public sealed class LifecycleTests
{
    public static TheoryData<string> Resources => [.. Rows.Keys];

    private static Dictionary<string, Row> Rows { get; } = new()
    {
        ["CertificateBinding"] = new(
            _ => Task.CompletedTask,
            Programs.Certificate(PluginUnderTest.Lync),
            Programs.Certificate(PluginUnderTest.Lync, validityDays: 365),
            "source.generate.validityDays"),
        ["AuthMetadataEndpoint"] = new(
            plugin => new ManagedResource(plugin, "CertificateBinding", "x").UpAsync(Programs.Certificate(PluginUnderTest.Exchange)),
            Programs.Endpoint(PluginUnderTest.Exchange),
            Programs.Endpoint(PluginUnderTest.Exchange).Set("trustAnySslCertificate", true),
            "trustAnySslCertificate"),
        ["PartnerApplication"] = new(
            Programs.EstablishTrustAsync, Programs.Partner(), Programs.Partner().Set("enabled", false), "enabled"),
        ["OAuthConfiguration"] = new(
            _ => Task.CompletedTask,
            Programs.OAuth(),
            Programs.OAuth().Set("exchangeAutodiscoverAllowedDomains", ListValue.Of(["*.litwareinc.com"])),
            "exchangeAutodiscoverAllowedDomains"),
        ["AuthorizationServer"] = new(
            Programs.EstablishTrustAsync, Programs.TokenServer(), Programs.TokenServer().Set("realm", "fabrikam.com"), "realm"),
        ["ConnectivityCheck"] = new(
            async plugin =>
            {
                await Programs.EstablishTrustAsync(plugin);
                await Programs.RegisterPartnersAsync(plugin);
            },
            Programs.Check(),
            Programs.Check().Set("method", "probe"),
            "method"),
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_second_preview_and_a_refresh_show_nothing(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var resource = await UpAsync(plugin, type);

        Assert.NotEqual("", resource.Id);
        AssertEmpty(await resource.DiffAsync(Rows[type].Program));
        AssertEmpty(await resource.RefreshAsync());
        AssertEmpty(await resource.DiffAsync(Rows[type].Program));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_change_shows_at_its_path_alone_and_is_gone_after_it_was_applied(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var resource = await UpAsync(plugin, type);

        var diff = await resource.UpAsync(Rows[type].Changed);

        Assert.Equal(Rows[type].ChangedPath, Assert.Single(diff!.DetailedDiff).Key);
        Assert.True(diff.HasDetailedDiff);
        Assert.Empty(diff.Replaces);
        AssertEmpty(await resource.DiffAsync(Rows[type].Changed));
        AssertEmpty(await resource.RefreshAsync());
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task After_an_import_by_id_a_preview_shows_nothing(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var resource = await UpAsync(plugin, type);
        var imported = new ManagedResource(plugin, type, "imported");

        await imported.ImportAsync(resource.Id);

        Assert.Empty(PackageSchema.BuiltIn.FindResource(PackageTokens.Of(type))!.Outputs.Required.Except(imported.Outputs.Keys));
        AssertEmpty(await imported.DiffAsync(imported.Inputs));
        AssertEmpty(await imported.DiffAsync(Rows[type].Program.Remove("refreshTrigger")));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task What_a_preview_says_is_what_up_then_finds(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Rows[type].Before(plugin);
        var resource = new ManagedResource(plugin, type);

        var foreseen = await resource.PreviewAsync(Rows[type].Program);
        await resource.UpAsync(Rows[type].Program);

        foreach (var (name, value) in foreseen.Where(output => !output.Value.ContainsUnknown()))
        {
            Assert.Equal(value.Plain(), resource.Outputs[name].Plain());
        }
    }

    [Theory]
    [InlineData("CertificateBinding")]
    [InlineData("AuthMetadataEndpoint")]
    [InlineData("PartnerApplication")]
    [InlineData("AuthorizationServer")]
    public async Task What_was_deleted_behind_our_back_is_gone_after_a_refresh_and_made_again(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var resource = await UpAsync(plugin, type);
        await resource.DeleteKeepingStateAsync();

        Assert.Null(await resource.RefreshAsync());
        Assert.False(resource.Exists);
        await resource.UpAsync(Rows[type].Program);
        AssertEmpty(await resource.DiffAsync(Rows[type].Program));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Deleting_what_is_absent_succeeds(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var resource = await UpAsync(plugin, type);

        await resource.DeleteKeepingStateAsync();
        await resource.DeleteKeepingStateAsync();
    }

    private static async Task<ManagedResource> UpAsync(PluginUnderTest plugin, string type)
    {
        await Rows[type].Before(plugin);
        var resource = new ManagedResource(plugin, type);
        await resource.UpAsync(Rows[type].Program);
        return resource;
    }

    private static void AssertEmpty(DiffResponse? diff)
    {
        Assert.NotNull(diff);
        Assert.Empty(diff.DetailedDiff.Keys);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Empty(diff.Diffs);
        Assert.Empty(diff.Replaces);
    }

    private sealed record Row(Func<PluginUnderTest, Task> Before, PropertyMap Program, PropertyMap Changed, string ChangedPath);
}
