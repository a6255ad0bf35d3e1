using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Serving;

/// <summary>Lync's document shows the realm of its settings: where a program declares both and says nothing of their order, whoever reads the
/// document waits for the settings, or it is told.</summary>
public sealed class DocumentOrderTests
{
    private const string Realm = "fabrikam.com";

    private static readonly PropertyMap Settings = Programs.OAuth().Set("realm", Realm);

    [Fact]
    public async Task What_reads_the_document_waits_for_settings_that_are_declared()
    {
        await using var plugin = await EstablishedAsync();
        var (settings, endpoint, _) = Resources(plugin);
        var declared = await settings.CheckedAsync(Settings, PropertyMap.Empty);

        var published = endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Lync));
        await settings.CreateAsync(declared);
        await published;

        Assert.Equal(Realm, endpoint.Outputs.Text("realm"));
        Assert.DoesNotContain(plugin.Engine.Warnings, warning => warning.Contains("PT4032", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_that_copies_the_document_waits_as_well()
    {
        await using var plugin = await EstablishedAsync();
        var (settings, endpoint, partner) = Resources(plugin);
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Lync));
        var declared = await settings.CheckedAsync(Settings, PropertyMap.Empty);

        var registered = partner.UpAsync(Programs.LyncPartner());
        await settings.CreateAsync(declared);
        await registered;

        Assert.Equal(Realm, partner.Outputs.Text("realm"));
        var told = Assert.Single(plugin.Engine.Warnings, warning => warning.Contains("PT4032", StringComparison.Ordinal));
        Assert.DoesNotContain("\"partner\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_was_read_before_is_told_with_who_read_it()
    {
        await using var plugin = await EstablishedAsync();
        var (settings, endpoint, partner) = Resources(plugin);
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Lync));
        await partner.UpAsync(Programs.LyncPartner());

        await settings.UpAsync(Settings);

        var told = Assert.Single(plugin.Engine.Warnings, warning => warning.Contains("PT4032", StringComparison.Ordinal));
        Assert.Contains("\"endpoint\" and \"partner\" read the document", told, StringComparison.Ordinal);
        Assert.Contains("dependsOn", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_change_nothing_in_the_document_are_not_told()
    {
        await using var plugin = await EstablishedAsync();
        var (settings, endpoint, _) = Resources(plugin);
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Lync));

        await settings.UpAsync(Programs.OAuth());

        Assert.DoesNotContain(plugin.Engine.Warnings, warning => warning.Contains("PT4032", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_reads_a_document_waits_for_its_own_settings_alone_and_not_for_those_that_are_settled()
    {
        var order = new DocumentOrder();
        order.Declared("urn:one", PluginUnderTest.Lync);
        order.Declared("urn:one", PluginUnderTest.Lync);
        order.Declared("urn:other", PluginUnderTest.SecondLync);

        var waiting = order.WaitAsync(PluginUnderTest.Lync, CancellationToken.None);
        var free = order.WaitAsync(PluginUnderTest.Exchange, CancellationToken.None);
        var isHeld = !waiting.IsCompleted;
        order.Settled("urn:one");
        order.Settled("urn:one");
        var after = order.WaitAsync(PluginUnderTest.Lync, CancellationToken.None);

        Assert.True(isHeld);
        Assert.True(free.IsCompletedSuccessfully);
        Assert.True(after.IsCompletedSuccessfully);
    }

    private static (ManagedResource Settings, ManagedResource Endpoint, ManagedResource Partner) Resources(PluginUnderTest plugin) => (
        new(plugin, "OAuthConfiguration", "settings"),
        new(plugin, "AuthMetadataEndpoint", "endpoint"),
        new(plugin, "PartnerApplication", "partner"));

    private static async Task<PluginUnderTest> EstablishedAsync()
    {
        var plugin = await PluginUnderTest.StartConfiguredAsync();
        await new ManagedResource(plugin, "CertificateBinding", "certificate").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        return plugin;
    }
}
