using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Checking;

public sealed class UnknownTests
{
    public static TheoryData<string, PropertyMap> Programs => new()
    {
        { "CertificateBinding", PropertyMap.Of(("server", UnknownValue.Text), ("source", new UnknownValue(UnknownKind.Map))) },
        { "CertificateBinding", Binding(("pfx", new SecretValue(UnknownValue.Text)), ("pfxPassword", UnknownValue.Text)) },
        { "CertificateBinding", Binding(("generate", PropertyMap.Of(("subject", UnknownValue.Text)))) },
        { "AuthMetadataEndpoint", PropertyMap.Of(("server", PluginUnderTest.Lync), ("url", UnknownValue.Text)) },
        { "PartnerApplication", PropertyMap.Of(("server", PluginUnderTest.Exchange), ("authMetadataUrl", UnknownValue.Text), ("linkedAccount", PropertyMap.Of(
            ("name", "x"), ("roles", ListValue.Of(["UserApplication", UnknownValue.Text]))))) },
        { "PartnerApplication", PropertyMap.Of(("server", PluginUnderTest.Lync), ("certificate", PropertyMap.Of(
            ("applicationIdentifier", UnknownValue.Text), ("realm", UnknownValue.Text), ("certificatePem", UnknownValue.Text)))) },
        { "OAuthConfiguration", PropertyMap.Of(("server", UnknownValue.Text), ("realm", UnknownValue.Text)) },
        { "AuthorizationServer", PropertyMap.Of(
            ("server", PluginUnderTest.Lync), ("name", UnknownValue.Text), ("authMetadataUrl", UnknownValue.Text)) },
        { "ConnectivityCheck", PropertyMap.Of(
            ("server", PluginUnderTest.Lync), ("sipUri", UnknownValue.Text), ("triggers", ListValue.Of([UnknownValue.Text]))) },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Unknown_values_pass_at_any_depth_and_stay_unknown(string type, PropertyMap program)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var outputs = await new ManagedResource(plugin, type).PreviewAsync(program);

        Assert.All(program, input => Assert.Equal(input.Value.ContainsUnknown(), outputs[input.Key].ContainsUnknown()));
    }

    [Fact]
    public async Task An_update_of_which_it_is_not_known_whom_it_will_be_about_promises_nobody()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await World.Programs.EstablishTrustAsync(plugin);
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(World.Programs.Partner());

        var kept = await partner.PreviewAsync(World.Programs.Partner().Set("enabled", false));
        var open = await partner.PreviewAsync(World.Programs.Partner().Set("authMetadataUrl", UnknownValue.Text));

        string[] identity = ["applicationIdentifier", "realm", "issuer"];
        Assert.DoesNotContain(identity, name => kept[name].ContainsUnknown());
        Assert.All(identity, name => Assert.True(open[name].ContainsUnknown()));
    }

    private static PropertyMap Binding(params (string, PropertyValue)[] source) =>
        PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(source)));
}
