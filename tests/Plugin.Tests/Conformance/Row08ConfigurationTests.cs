using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Conformance;

/// <summary>Row 8 of pulumi-protocol.md 8.1: what the forms of the provider's settings may hide.</summary>
public sealed class Row08ConfigurationTests
{
    private const string Planted = "Pl4nted-Secret-0193";
    private const string Urn = "urn:pulumi:dev::trust::pulumi:providers:partnertrust::default";
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("engine")]
    [InlineData("servers")]
    [InlineData("proveOnPreview")]
    public async Task A_secret_inside_JSON_text_is_not_told_in_a_refusal(string setting)
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var signed = $$"""{"{{PropertySignatures.Key}}":"{{PropertySignatures.Secret}}","value":"{{Planted}}"}""";
        var text = setting == "servers" ? $$"""[{"fqdn":{{signed}},"product":{{signed}}}]""" : signed;

        var check = await plugin.Client.CheckConfigAsync(
            new CheckRequest { Urn = Urn, News = PropertyCodec.Encode(PluginUnderTest.Servers.Set(setting, text)) }, None);
        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.ConfigureAsync(PluginUnderTest.Servers.Set(setting, text)));

        Assert.NotEmpty(check.Failures);
        Assert.DoesNotContain(Planted, check.Failures.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_came_as_a_signed_secret_is_the_text_inside()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var signed = $$"""{"{{PropertySignatures.Key}}":"{{PropertySignatures.Secret}}","value":"embedded"}""";

        await plugin.ConfigureAsync(PluginUnderTest.Servers.Set("engine", signed));

        await new ManagedResource(plugin, "OAuthConfiguration").CheckedAsync(Programs.OAuth());
    }

    [Theory]
    [InlineData(".partnertrust/dev", false)]
    [InlineData("./.partnertrust/./dev", false)]
    [InlineData(".partnertrust/prod", true)]
    public async Task A_directory_written_out_that_is_the_same_place_is_no_difference(string directory, bool differs)
    {
        await using var plugin = await PluginUnderTest.StartAsync();

        var diff = await plugin.Client.DiffConfigAsync(
            new DiffRequest
            {
                Urn = Urn,
                OldInputs = PropertyCodec.Encode(PluginUnderTest.Servers),
                News = PropertyCodec.Encode(PluginUnderTest.Servers.Set("dataDirectory", directory)),
            },
            None);

        Assert.Empty(diff.Replaces);
        Assert.Equal(differs ? ["dataDirectory"] : [], diff.Diffs);
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var settings = PropertyMap.Of(("engin", "embedded"), ("proveOnPreview", "perhaps"), ("dataDirectory", true));

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, None);

        Assert.Equal(["dataDirectory", "engin", "proveOnPreview", "servers"], check.Failures.Select(failure => failure.Place()).Order());
    }
}
