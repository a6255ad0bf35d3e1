using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

public sealed class DriftTests
{
    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task A_record_changed_by_hand_shows_as_exactly_that_and_up_puts_it_right(EngineKind kind)
    {
        await using var servers = await ServersUnderTest.StartAsync(kind);
        await Programs.EstablishTrustAsync(servers.Plugin, kind);
        var partner = servers.Resource("PartnerApplication");
        await partner.UpAsync(Programs.LyncPartner());
        await servers.Operator.ChangePartnerAsync(
            PluginUnderTest.Exchange, "LyncEnterprise", record => record with { Enabled = false, LinkedAccount = null });

        var drift = await partner.RefreshAsync();
        var repair = await partner.UpAsync(Programs.LyncPartner());

        Assert.Equal(["enabled", "linkedAccount"], drift!.DetailedDiff.Keys.Order());
        Assert.Equal(["enabled", "linkedAccount"], repair!.DetailedDiff.Keys.Order());
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await partner.RefreshAsync())!.Changes);
        Assert.Equal(true, partner.Outputs["enabled"]);
    }

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task The_order_in_which_a_set_was_recorded_is_no_drift(EngineKind kind)
    {
        await using var servers = await ServersUnderTest.StartAsync(kind);
        await Programs.EstablishTrustAsync(servers.Plugin, kind);
        var partner = servers.Resource("PartnerApplication");
        await partner.UpAsync(Programs.LyncPartner());
        var account = (PropertyMap)partner.Outputs["linkedAccount"];
        var recorded = partner.Outputs.Set("linkedAccount", account.Set("roles", ListValue.Of([.. ((ListValue)account["roles"]).Items.Reverse()])));
        Assert.NotEqual(PropertyCodec.Encode(partner.Outputs), PropertyCodec.Encode(recorded));

        var read = await servers.Plugin.Client.ReadAsync(
            new ReadRequest
            {
                Id = partner.Id,
                Urn = partner.Urn,
                Inputs = PropertyCodec.Encode(partner.Inputs),
                Properties = PropertyCodec.Encode(recorded),
            },
            CancellationToken.None);

        Assert.Equal(PropertyCodec.Encode(recorded), read.Properties);
    }

    [Fact]
    public async Task An_endpoint_whose_server_lost_its_certificate_stays_and_up_repairs_it()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
        var endpoint = new ManagedResource(plugin, "AuthMetadataEndpoint");
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Exchange));
        await binding.DeleteAsync();

        var drift = await endpoint.RefreshAsync();

        Assert.Equal(["keys"], drift!.DetailedDiff.Keys);
        Assert.Empty(((ListValue)endpoint.Outputs["keys"]).Items);
        Assert.Contains(plugin.Engine.Warnings, warning => warning.Contains("PT3021", StringComparison.Ordinal));

        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Exchange));

        Assert.Single(((ListValue)endpoint.Outputs["keys"]).Items);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await endpoint.RefreshAsync())!.Changes);
    }

    [Fact]
    public async Task An_endpoint_without_a_document_is_withdrawn_when_it_is_deleted()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
        var endpoint = new ManagedResource(plugin, "AuthMetadataEndpoint");
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Exchange));
        await binding.DeleteAsync();
        await endpoint.RefreshAsync();

        await endpoint.DeleteAsync();

        await using var lab = await EmbeddedLab.OpenAsync(plugin.DataDirectory, plugin.Time, NullLoggerFactory.Instance, CancellationToken.None);
        Assert.Empty(await lab.ListPublishedUrlsAsync(PluginUnderTest.Exchange, CancellationToken.None));
    }

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task Settings_that_are_deleted_go_back_to_what_was_there(EngineKind kind)
    {
        await using var servers = await ServersUnderTest.StartAsync(kind);
        var settings = servers.Resource("OAuthConfiguration");
        await settings.UpAsync(Programs.OAuth().Set("realm", "fabrikam.com"));

        await settings.DeleteAsync();
        await settings.ImportAsync(PluginUnderTest.Lync);

        Assert.Equal("litwareinc.com", ((TextValue)settings.Outputs["realm"]).Value);
        Assert.False(settings.Inputs.ContainsKey("exchangeAutodiscoverUrl"));
    }
}
