using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Serving;

public sealed class FunctionTests
{
    [Fact]
    public async Task Every_function_answers_about_an_established_trust()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);

        var document = await InvokeAsync(plugin, "getAuthMetadata", ("url", Programs.ExchangeUrl));
        var partners = await InvokeAsync(plugin, "getPartnerApplications", ("server", PluginUnderTest.Lync));
        var bound = await InvokeAsync(plugin, "getCertificateBinding", ("server", PluginUnderTest.Exchange));
        var verdict = await InvokeAsync(
            plugin, "explainTrust", ("from", PluginUnderTest.Lync), ("to", PluginUnderTest.Exchange), ("sipUri", PluginUnderTest.SipUri));
        var plan = await InvokeAsync(plugin, "planRollover", ("server", PluginUnderTest.Exchange));

        Assert.Equal("00000002-0000-0ff1-ce00-000000000000@litwareinc.com", ((TextValue)document["issuer"]).Value);
        Assert.Equal($"{PluginUnderTest.Lync}/Exchange", Text(Assert.Single(((ListValue)partners["partnerApplications"]).Items), "id"));
        Assert.Equal(Text(((ListValue)document["keys"]).Items[0], "thumbprint"), Text(bound["current"], "thumbprint"));
        Assert.Equal(true, verdict["accepted"]);
        Assert.Equal("", ((TextValue)verdict["code"]).Value);
        Assert.NotEmpty(((ListValue)plan["steps"]).Items);
    }

    [Fact]
    public async Task Wrong_arguments_are_failures_on_the_argument()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var response = await plugin.Client.InvokeAsync(
            Request("explainTrust", ("from", PluginUnderTest.Lync), ("to", "nowhere.litwareinc.com")), CancellationToken.None);

        Assert.Equal("to", Assert.Single(response.Failures).Property);
    }

    [Fact]
    public async Task An_argument_that_is_not_known_is_a_failure_and_not_left_out_of_the_question()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var response = await plugin.Client.InvokeAsync(
            Request("explainTrust", ("from", PluginUnderTest.Lync), ("to", PluginUnderTest.Exchange), ("at", UnknownValue.Text)),
            CancellationToken.None);

        var failure = Assert.Single(response.Failures);
        Assert.Equal("at", failure.Place());
        Assert.StartsWith("PT1019", failure.Sentence(), StringComparison.Ordinal);
    }

    private static async Task<PropertyMap> InvokeAsync(PluginUnderTest plugin, string name, params (string, PropertyValue)[] arguments)
    {
        var response = await plugin.Client.InvokeAsync(Request(name, arguments), CancellationToken.None);
        Assert.Empty(response.Failures);
        return PropertyCodec.Decode(response.Return);
    }

    private static InvokeRequest Request(string name, params (string, PropertyValue)[] arguments) =>
        new() { Tok = $"partnertrust:index:{name}", Args = PropertyCodec.Encode(PropertyMap.Of(arguments)) };

    private static string Text(PropertyValue map, string name) => ((TextValue)((PropertyMap)map)[name]).Value;
}
