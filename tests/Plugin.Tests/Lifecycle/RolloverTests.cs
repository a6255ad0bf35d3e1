using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

public sealed class RolloverTests
{
    [Fact]
    public async Task A_key_rolled_behind_our_back_shows_at_the_endpoint_and_as_a_warning_and_up_repairs_it()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding", "exchange");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
        var endpoint = new ManagedResource(plugin, "AuthMetadataEndpoint", "exchange");
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Exchange));
        var before = endpoint.Outputs["fingerprint"];
        var partner = new ManagedResource(plugin, "PartnerApplication", "exchange");
        await partner.UpAsync(Programs.Partner().Set("refreshTrigger", before));

        await RollAsync(plugin, PluginUnderTest.Exchange);

        Assert.Empty((await binding.RefreshAsync())!.DetailedDiff);
        await endpoint.RefreshAsync();
        Assert.NotEqual(before, endpoint.Outputs["fingerprint"]);
        await partner.RefreshAsync();
        Assert.Contains(plugin.Engine.Warnings, warning => warning.Contains("PT3026", StringComparison.Ordinal));
        var repair = await partner.UpAsync(Programs.Partner().Set("refreshTrigger", endpoint.Outputs["fingerprint"]));
        Assert.Equal(["refreshTrigger"], repair!.DetailedDiff.Keys);
        Assert.Contains(((ListValue)partner.Outputs["trustedKeys"]).Items, key => ((PropertyMap)key)["thumbprint"] == binding.Outputs["thumbprint"]);
    }

    /// <summary>The engine reads what asks for it before the program runs, so not again after the certificate of the same run.</summary>
    [Fact]
    public async Task A_key_bound_in_the_same_update_shows_at_the_endpoint_without_another_read()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding", "exchange");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
        var endpoint = new ManagedResource(plugin, "AuthMetadataEndpoint", "exchange");
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Exchange));
        var before = endpoint.Outputs["fingerprint"];

        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange, validityDays: 700));
        var shown = await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Exchange));

        Assert.Equal(["fingerprint"], shown!.DetailedDiff.Keys);
        Assert.Empty(shown.Replaces);
        Assert.NotEqual(before, endpoint.Outputs["fingerprint"]);
        Assert.Empty((await endpoint.DiffAsync(Programs.Endpoint(PluginUnderTest.Exchange))).DetailedDiff);
    }

    [Fact]
    public async Task A_program_that_goes_back_to_the_certificate_that_signs_withdraws_the_staged_one()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var signs = binding.Outputs["thumbprint"];
        var effective = plugin.Time.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Lync, validityDays: 700).Set("effectiveDate", effective));

        var back = PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("thumbprint", signs))));
        await binding.UpAsync(back);

        Assert.Equal((signs, "current"), (binding.Outputs["thumbprint"], binding.Outputs["state"]));
        Assert.DoesNotContain("nextThumbprint", binding.Outputs.Keys);
        Assert.Empty((await binding.DiffAsync(back)).DetailedDiff);
    }

    [Fact]
    public async Task What_an_operator_staged_to_follow_a_given_certificate_outlives_an_update_of_something_else()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var given = PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("thumbprint", binding.Outputs["thumbprint"]))));
        await binding.UpAsync(given);
        var effective = plugin.Time.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        var theirs = new ManagedResource(plugin, "CertificateBinding", "theirs");
        await theirs.UpAsync(Programs.Certificate(PluginUnderTest.Lync, validityDays: 700).Set("effectiveDate", effective));

        await binding.UpAsync(given.Set("renewBeforeDays", 10));

        Assert.Equal(theirs.Outputs["thumbprint"], binding.Outputs["nextThumbprint"]);
        Assert.Equal("current", binding.Outputs["state"]);
    }

    [Fact]
    public async Task An_update_brings_back_the_key_of_a_given_certificate_that_the_server_has_lost()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");
        var given = PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PlanCertificates.Text(1)));
        await binding.UpAsync(given);
        var stored = PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("thumbprint", binding.Outputs["thumbprint"]))));
        await using (var lab = await EmbeddedLab.OpenAsync(plugin.DataDirectory, plugin.Time, NullLoggerFactory.Instance, CancellationToken.None))
        {
            Assert.True(Thumbprint.TryParse(((TextValue)binding.Outputs["thumbprint"]).Value, out var thumbprint));
            await lab.ForgetPrivateKeyAsync(PluginUnderTest.Lync, thumbprint, CancellationToken.None);
        }

        var without = await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(plugin, "CertificateBinding", "without").UpAsync(stored));
        Assert.Contains("PT2005", without.Message, StringComparison.Ordinal);
        await binding.UpAsync(given.Set("renewBeforeDays", 10));
        await new ManagedResource(plugin, "CertificateBinding", "with").UpAsync(stored);
    }

    [Fact]
    public async Task A_generated_certificate_near_its_end_is_a_difference_by_the_clock_and_its_successor_is_staged()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");
        var program = Programs.Certificate(PluginUnderTest.Lync, validityDays: 365);
        await binding.UpAsync(program);
        var first = binding.Outputs["thumbprint"];

        plugin.Time.Advance(TimeSpan.FromDays(304));
        Assert.Empty((await binding.DiffAsync(program)).DetailedDiff);
        plugin.Time.Advance(TimeSpan.FromDays(2));
        var due = await binding.UpAsync(program);

        Assert.Equal(["renewalDue"], due!.DetailedDiff.Keys);
        Assert.Equal("next", ((TextValue)binding.Outputs["state"]).Value);
        Assert.NotEqual(first, binding.Outputs["thumbprint"]);
        Assert.Empty((await binding.DiffAsync(program)).DetailedDiff);

        plugin.Time.Advance(TimeSpan.FromDays(3));
        Assert.Empty((await binding.RefreshAsync())!.DetailedDiff);
        Assert.Equal("current", ((TextValue)binding.Outputs["state"]).Value);
        Assert.Equal(first, binding.Outputs["previousThumbprint"]);
    }

    [Fact]
    public async Task A_previous_certificate_goes_by_the_clock_where_the_stack_asks_for_it_and_its_partner_forgets_the_key()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding", "exchange");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
        var first = binding.Outputs["thumbprint"];
        var program = Programs.Certificate(PluginUnderTest.Exchange, validityDays: 365).Set("retirePrevious", true);

        await binding.UpAsync(program);

        Assert.Equal(first, binding.Outputs["previousThumbprint"]);
        Assert.Contains(plugin.Engine.Warnings, warning => warning.Contains("PT2029", StringComparison.Ordinal));
        Assert.Empty((await binding.DiffAsync(program)).DetailedDiff);

        var endpoint = new ManagedResource(plugin, "AuthMetadataEndpoint", "exchange");
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Exchange));
        plugin.Time.Advance(TimeSpan.FromHours(24));
        Assert.Empty((await binding.DiffAsync(program)).DetailedDiff);
        plugin.Time.Advance(TimeSpan.FromHours(1));
        var retired = await binding.UpAsync(program);

        Assert.Equal(["previousThumbprint"], retired!.DetailedDiff.Keys);
        Assert.Empty(retired.Replaces);
        Assert.False(binding.Outputs.ContainsKey("previousThumbprint"));
        Assert.Empty((await binding.DiffAsync(program)).DetailedDiff);
        Assert.Empty((await binding.RefreshAsync())!.DetailedDiff);
        Assert.Equal(["fingerprint"], (await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Exchange)))!.DetailedDiff.Keys);
        Assert.Single(((ListValue)endpoint.Outputs["keys"]).Items);
    }

    [Fact]
    public async Task A_switch_by_the_clock_which_only_reorders_the_published_keys_is_no_difference_of_the_document()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding", "exchange");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
        var effective = plugin.Time.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange, validityDays: 700).Set("effectiveDate", effective));
        var endpoint = new ManagedResource(plugin, "AuthMetadataEndpoint", "exchange");
        await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Exchange));
        var before = endpoint.Outputs;

        plugin.Time.Advance(TimeSpan.FromDays(10));

        Assert.Empty((await endpoint.DiffAsync(Programs.Endpoint(PluginUnderTest.Exchange))).DetailedDiff);
        Assert.Empty((await endpoint.RefreshAsync())!.DetailedDiff);
        Assert.Equal(before, endpoint.Outputs);
    }

    [Fact]
    public async Task Without_being_asked_for_nothing_is_forgotten()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding", "exchange");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
        var program = Programs.Certificate(PluginUnderTest.Exchange, validityDays: 365);
        await binding.UpAsync(program);

        plugin.Time.Advance(TimeSpan.FromDays(3));

        Assert.Empty((await binding.DiffAsync(program)).DetailedDiff);
        Assert.True(binding.Outputs.ContainsKey("previousThumbprint"));
    }

    private static async Task RollAsync(PluginUnderTest plugin, string server)
    {
        await using var lab = await EmbeddedLab.OpenAsync(plugin.DataDirectory, plugin.Time, NullLoggerFactory.Instance, CancellationToken.None);
        await lab.RollCertificateAsync(server, CancellationToken.None);
    }
}
