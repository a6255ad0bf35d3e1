using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>What is allowed but risky is told with the resource that does it.</summary>
public sealed class RemarkTests
{
    [Theory]
    [InlineData(PluginUnderTest.Exchange, 47, true)]
    [InlineData(PluginUnderTest.Exchange, 49, false)]
    [InlineData(PluginUnderTest.Lync, 23, true)]
    [InlineData(PluginUnderTest.Lync, 25, false)]
    public async Task A_lead_time_shorter_than_the_vendors_is_told(string server, int leadHours, bool told)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");
        await binding.UpAsync(Programs.Certificate(server));

        var effective = plugin.Time.GetUtcNow().AddHours(leadHours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        await binding.UpAsync(Programs.Certificate(server, validityDays: 700).Set("effectiveDate", effective));

        Assert.Equal(told, plugin.Engine.Warnings.Any(warning => warning.Contains("PT2013", StringComparison.Ordinal)));
        Assert.Equal<PropertyValue>("next", binding.Outputs.Single(output => output.Key == "state").Value);
    }

    [Fact]
    public async Task A_partner_without_the_roles_that_it_needs_is_told()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);

        await new ManagedResource(plugin, "PartnerApplication", "lync").UpAsync(Programs.LyncPartner().Remove("linkedAccount"));

        Assert.Contains(plugin.Engine.Warnings, warning => warning.Contains("PT4010", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sound_trust_is_written_without_a_remark()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);

        Assert.Empty(plugin.Engine.Warnings);
    }

    [Fact]
    public async Task A_second_record_of_the_same_partner_is_refused_and_nothing_written()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);
        var again = new ManagedResource(plugin, "PartnerApplication", "again");

        var refusal = await Assert.ThrowsAsync<RpcException>(() => again.UpAsync(Programs.Partner().Set("name", "Again")));

        Assert.Contains("PT4001", refusal.Message, StringComparison.Ordinal);
        Assert.False(again.Exists);
    }
}
