using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

public sealed class DriftTests
{
    [Fact]
    public async Task A_record_changed_by_hand_shows_as_exactly_that_and_up_puts_it_right()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(Programs.LyncPartner());
        await using (var lab = await EmbeddedLab.OpenAsync(plugin.DataDirectory, plugin.Time, NullLoggerFactory.Instance, CancellationToken.None))
        {
            await lab.Partners.ChangeAsync(
                PluginUnderTest.Exchange, "LyncEnterprise", record => record with { Enabled = false, LinkedAccount = null }, CancellationToken.None);
        }

        var drift = await partner.RefreshAsync();
        var repair = await partner.UpAsync(Programs.LyncPartner());

        Assert.Equal(["enabled", "linkedAccount"], drift!.DetailedDiff.Keys.Order());
        Assert.Equal(["enabled", "linkedAccount"], repair!.DetailedDiff.Keys.Order());
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await partner.RefreshAsync())!.Changes);
        Assert.Equal(true, partner.Outputs["enabled"]);
    }

    [Fact]
    public async Task Settings_that_are_deleted_go_back_to_what_was_there()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var settings = new ManagedResource(plugin, "OAuthConfiguration");
        await settings.UpAsync(Programs.OAuth().Set("realm", "fabrikam.com"));

        await settings.DeleteAsync();
        await settings.ImportAsync(PluginUnderTest.Lync);

        Assert.Equal("litwareinc.com", ((TextValue)settings.Outputs["realm"]).Value);
        Assert.False(settings.Inputs.ContainsKey("exchangeAutodiscoverUrl"));
    }
}
