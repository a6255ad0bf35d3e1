using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Testing;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>What a deletion says before it is done, and what is kept from it.</summary>
public sealed class RemovalTests : IAsyncLifetime
{
    private PluginUnderTest before = null!;
    private ManagedResource partner = null!;
    private ManagedResource oauth = null!;

    public async Task InitializeAsync()
    {
        before = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(before);
        (oauth, partner) = (new ManagedResource(before, "OAuthConfiguration", "oauth"), new ManagedResource(before, "PartnerApplication", "lync"));
        await oauth.UpAsync(Programs.OAuth());
        await partner.UpAsync(Programs.LyncPartner());
        await new ManagedResource(before, "PartnerApplication", "exchange").UpAsync(Programs.Partner());
    }

    public async Task DisposeAsync() => await before.DisposeAsync();

    [Fact]
    public async Task A_deletion_that_stops_a_direction_says_what_stops()
    {
        await using var plugin = await StartAsync();

        await partner.In(plugin).DeleteAsync();

        var told = Assert.Single(plugin.Engine.Warnings);
        Assert.StartsWith($"PT7041: Once this is deleted, {PluginUnderTest.Lync} can no longer call {PluginUnderTest.Exchange} (PT", told, StringComparison.Ordinal);
        Assert.Contains("; with it stop: the unified contact store,", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direction_that_is_stopped_already_is_not_told_of_again()
    {
        await using var plugin = await StartAsync();

        await partner.In(plugin).DeleteAsync();
        await oauth.In(plugin).DeleteAsync();

        Assert.Single(plugin.Engine.Warnings);
    }

    [Fact]
    public async Task A_deletion_that_stops_nothing_says_nothing()
    {
        await using var plugin = await StartAsync();
        var other = new ManagedResource(plugin, "CertificateBinding", "other");
        await other.UpAsync(Programs.Certificate(PluginUnderTest.SecondLync));
        await using var later = await StartAsync();

        await other.In(later).DeleteAsync();

        Assert.Empty(later.Engine.Warnings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_protected_direction_keeps_what_it_needs(bool asText)
    {
        await using var plugin = await StartAsync(("protectLastDirection", asText ? "true" : true));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => partner.In(plugin).DeleteAsync());

        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
        Assert.StartsWith($"protectLastDirection: PT7042: Once this is deleted, {PluginUnderTest.Lync} can no longer call", refusal.Status.Detail, StringComparison.Ordinal);
        Assert.True(await partner.In(plugin).IsThereAsync(partner.Id));
    }

    [Fact]
    public async Task It_may_be_protected_by_a_variable_of_the_environment()
    {
        await using var plugin = await PluginUnderTest.StartAsync(
            folder: before.Folder, clock: before.Time, environment: name => name == "PARTNERTRUST_PROTECT_LAST_DIRECTION" ? "true" : null);
        await plugin.ConfigureAsync(PluginUnderTest.Servers);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => partner.In(plugin).DeleteAsync());

        Assert.Contains("PT7042", refusal.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_that_was_not_done_is_looked_at_anew()
    {
        await using var servers = new RemoteServers();
        await using var making = await PluginUnderTest.StartConfiguredAsync(servers.OpenAsync);
        await Programs.EstablishTrustAsync(making, EngineKind.Remote);
        var settings = new ManagedResource(making, "OAuthConfiguration", "oauth");
        await settings.UpAsync(Programs.OAuth());
        await new ManagedResource(making, "PartnerApplication", "exchange").UpAsync(Programs.Partner());
        var made = new ManagedResource(making, "PartnerApplication", "lync");
        await made.UpAsync(Programs.LyncPartner());
        await using var plugin = await PluginUnderTest.StartConfiguredAsync(servers.OpenAsync);
        servers.Engine.Troubles.Expect(RemoteTroubles.Trouble.NotSent);

        await Assert.ThrowsAsync<RpcException>(made.In(plugin).DeleteAsync);
        await settings.In(plugin).DeleteAsync();

        Assert.Collection(
            plugin.Engine.Warnings.Where(told => told.StartsWith("PT7041", StringComparison.Ordinal)),
            told => Assert.Contains("PT5085", told, StringComparison.Ordinal),
            told => Assert.Contains("PT5083", told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_replacement_is_no_removal()
    {
        await using var plugin = await StartAsync(("protectLastDirection", true));
        var renamed = partner.In(plugin);

        await renamed.UpAsync(Programs.LyncPartner().Set("name", "Lync"));

        Assert.True(renamed.Exists);
        Assert.DoesNotContain(plugin.Engine.Warnings, told => told.Contains("PT7041", StringComparison.Ordinal));
    }

    private async Task<PluginUnderTest> StartAsync(params (string Name, PropertyValue Value)[] settings)
    {
        var plugin = await PluginUnderTest.StartAsync(folder: before.Folder, clock: before.Time);
        await plugin.ConfigureAsync(settings.Aggregate(PluginUnderTest.Servers, (map, setting) => map.Set(setting.Name, setting.Value)));
        return plugin;
    }
}
