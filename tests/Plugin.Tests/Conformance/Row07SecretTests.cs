using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Conformance;

/// <summary>Row 7 of pulumi-protocol.md 8.1: whatever a program marks secret stays so, in values and in sentences.</summary>
public sealed class Row07SecretTests
{
    private const string Planted = "Pl4nted-Secret-0193";
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, PropertyMap> Refused => new()
    {
        { "CertificateBinding", PropertyMap.Of(("server", Secret), ("source", PropertyMap.Of(("thumbprint", Secret)))) },
        { "CertificateBinding", PropertyMap.Of(
            ("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("pfxFile", Secret), ("pfxPassword", Secret)))) },
        { "CertificateBinding", PropertyMap.Of(("server", PluginUnderTest.Lync), ("effectiveDate", Secret), ("source", new SecretValue(
            PropertyMap.Of(("generate", PropertyMap.Of(("subject", Planted))))))) },
        { "AuthMetadataEndpoint", PropertyMap.Of(("server", PluginUnderTest.Lync), ("url", Secret)) },
        { "PartnerApplication", PropertyMap.Of(
            ("server", PluginUnderTest.Lync), ("trustLevel", Secret), ("restart", new OutputValue(Planted, true, []))) },
        { "PartnerApplication", PropertyMap.Of(("server", PluginUnderTest.Lync), ("certificate", PropertyMap.Of(
            ("applicationIdentifier", Secret), ("realm", Secret), ("certificatePem", Secret)))) },
        { "OAuthConfiguration", PropertyMap.Of(
            ("server", PluginUnderTest.Lync), ("exchangeAutodiscoverAllowedDomains", ListValue.Of([Secret, "*." + Planted]))) },
        { "AuthorizationServer", PropertyMap.Of(("server", PluginUnderTest.Lync), ("name", Secret), ("authMetadataUrl", Secret)) },
        { "ConnectivityCheck", PropertyMap.Of(("server", PluginUnderTest.Lync), ("sipUri", Secret), ("folder", Secret)) },
    };

    private static SecretValue Secret { get; } = new(Planted + " /");

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_does_not_tell_what_was_secret(string type, PropertyMap program)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var response = await new ManagedResource(plugin, type).CheckAsync(program);

        Assert.NotEmpty(response.Failures);
        Assert.All(response.Failures, failure => Assert.DoesNotContain(Planted + " /", failure.Reason, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Planted", PropertyCodec.Decode(response.Inputs).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_shows_a_secret_becomes_secret_in_preview_and_in_fact()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");
        var program = PropertyMap.Of(
            ("server", PluginUnderTest.Lync),
            ("source", PropertyMap.Of(("generate", new SecretValue(PropertyMap.Of(("subject", $"CN={Planted}")))))));

        var foreseen = await binding.PreviewAsync(program);
        await binding.UpAsync(program);
        var shown = await binding.RefreshAsync();

        Assert.Empty(shown!.DetailedDiff);
        Assert.All([foreseen, binding.Inputs, binding.Outputs], map => Assert.DoesNotContain(Planted, map.ToString(), StringComparison.Ordinal));
        Assert.IsType<SecretValue>(binding.Outputs["subject"]);
    }

    [Fact]
    public async Task A_default_filled_in_beside_a_secret_leaves_it_secret()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var generate = new SecretValue(PropertyMap.Of(("validityDays", 365)));

        var inputs = await new ManagedResource(plugin, "CertificateBinding").CheckedAsync(
            PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("generate", generate)))));

        Assert.IsType<SecretValue>(((PropertyMap)inputs["source"])["generate"]);
    }

    [Fact]
    public async Task A_short_secret_is_hidden_where_a_message_quotes_it_and_nowhere_else()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var response = await new ManagedResource(plugin, "PartnerApplication").CheckAsync(
            Programs.Partner().Set("name", new SecretValue("a/b")).Set("trustLevel", new SecretValue("e")));

        Assert.Equal(
            [
                "name: PT1012: The name is \"[secret]\". Expected: 1 to 64 printable characters without \"/\". Choose another name.",
                "trustLevel: PT1004: The value is \"[secret]\". Expected: one of \"Full\", \"Application\", \"User\". Choose one of these.",
            ],
            response.Failures.Select(failure => failure.Reason).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Neither_a_preview_nor_a_comparison_that_is_refused_tells_what_was_secret()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var secret = new SecretValue($"{Planted} is no certificate");
        var inputs = PropertyMap.Of(("server", PluginUnderTest.Lync), ("name", "it"), ("certificate", PropertyMap.Of(
            ("applicationIdentifier", new SecretValue(Planted)), ("realm", new SecretValue(Planted)), ("certificatePem", secret))));
        const string Urn = "urn:pulumi:dev::trust::partnertrust:index:PartnerApplication::it";

        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.CreateAsync(
            new CreateRequest { Urn = Urn, Properties = PropertyCodec.Encode(inputs), Preview = true }, None));

        Assert.StartsWith("certificate.applicationIdentifier: PT4003", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(plugin.Engine.Logs, log => log.Message.Contains(Planted, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_failed_operation_does_not_tell_what_was_secret()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var partner = new ManagedResource(plugin, "PartnerApplication");
        const string Host = "planted-secret-0193.invalid";

        var failure = await Assert.ThrowsAsync<RpcException>(() => partner.UpAsync(
            PropertyMap.Of(("server", PluginUnderTest.Lync), ("name", "it"), ("authMetadataUrl", new SecretValue($"https://{Host}/metadata/json/1")))));

        Assert.DoesNotContain($"https://{Host}", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(plugin.Engine.Logs, log => log.Message.Contains($"https://{Host}", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_secret_argument_makes_every_result_of_a_function_secret()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var request = new InvokeRequest
        {
            Tok = "partnertrust:index:getPartnerApplications",
            Args = PropertyCodec.Encode(PropertyMap.Of(("server", new SecretValue(PluginUnderTest.Lync)))),
        };

        var response = await plugin.Client.InvokeAsync(request, None);

        Assert.All(PropertyCodec.Decode(response.Return).Values, value => Assert.IsType<SecretValue>(value));
    }
}
