using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Testing;

namespace PartnerTrust.Plugin.Tests.Remote;

/// <summary>Previews over an engine that is no store.</summary>
public sealed class RemotePreviewTests
{
    [Fact]
    public async Task Without_configured_mailboxes_a_storage_check_cannot_be_told_and_is_no_failure()
    {
        await using var world = await RemoteWorld.StartAsync(PluginUnderTest.Servers.Remove("mailboxes"));
        await Programs.EstablishTrustAsync(world.Plugin);
        await Programs.RegisterPartnersAsync(world.Plugin);

        await world.Resource("ConnectivityCheck").PreviewAsync(Programs.Check());

        Assert.Contains(world.Plugin.Engine.Infos, info => info.Contains("cannot be told", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Plugin.Engine.Warnings, warning => warning.Contains("PT5072", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whether_Lync_takes_a_call_cannot_be_told_and_is_no_failure()
    {
        await using var world = await RemoteWorld.StartAsync();
        await Programs.EstablishTrustAsync(world.Plugin);
        await Programs.RegisterPartnersAsync(world.Plugin);
        var check = Programs.Check().Set("server", PluginUnderTest.Exchange).Set("target", PluginUnderTest.Lync).Set("method", "probe");

        await world.Resource("ConnectivityCheck").PreviewAsync(check);

        Assert.Contains(
            world.Plugin.Engine.Infos,
            info => info.Contains("cannot be told before the update, because whether", StringComparison.Ordinal)
                && info.Contains("does not show the keys", StringComparison.Ordinal));
        Assert.Empty(world.Plugin.Engine.Warnings);
    }

    [Fact]
    public async Task A_certificate_that_lies_in_the_servers_store_is_planned_by_its_thumbprint()
    {
        await using var world = await RemoteWorld.StartAsync();
        var binding = world.Resource("CertificateBinding");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var first = (await world.Servers.FindCertificateBindingAsync(PluginUnderTest.Lync, default))!.Slots.Current!.Thumbprint.Hex;
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Lync, validityDays: 800));
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Lync, validityDays: 900));

        var outputs = await binding.PreviewAsync(PropertyMap.Of(
            ("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("thumbprint", first)))));

        Assert.DoesNotContain(world.Plugin.Engine.Warnings, warning => warning.Contains("PT2019", StringComparison.Ordinal));
        Assert.Equal("CN=litwareinc.com", ((TextValue)outputs["subject"]).Value);
    }

    [Fact]
    public async Task A_certificate_that_lies_nowhere_is_foretold_to_be_refused()
    {
        await using var world = await RemoteWorld.StartAsync();

        await world.Resource("CertificateBinding").PreviewAsync(PropertyMap.Of(
            ("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("thumbprint", new string('A', 40))))));

        Assert.Contains(world.Plugin.Engine.Warnings, warning => warning.Contains("PT2019", StringComparison.Ordinal));
    }
}
