using System.Text.Json.Nodes;
using PartnerTrust.Deployment;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>Lync's realm stands in its settings, in its document and in whoever read that: one update brings it from the first to the last.</summary>
public sealed class RealmTests
{
    private const string Realm = "contoso.com";

    [Theory]
    [InlineData(EngineKind.Embedded)]
    [InlineData(EngineKind.Remote)]
    public async Task A_component_settles_in_one_update_when_the_configured_realm_is_another(EngineKind kind)
    {
        await using var stack = new DeployedStack(kind);
        Configured(stack, PluginUnderTest.Exchange)["acceptedDomains"] = new JsonArray("litwareinc.com", Realm);
        await ExpectAsync(stack, stack.UpAsync(TrustAsync));

        Configured(stack, PluginUnderTest.Lync)["realm"] = Realm;
        await ExpectAsync(stack, stack.UpAsync(TrustAsync));
        Assert.Equal(Realm, OutputOf(stack, "AuthMetadataEndpoint", "trust-lync", "realm"));
        Assert.EndsWith($"@{Realm}", OutputOf(stack, "PartnerApplication", "trust-lync-on-exchange", "issuer"), StringComparison.Ordinal);

        Assert.Empty((await ExpectAsync(stack, stack.PreviewAsync(TrustAsync))).Changes);
        await ExpectAsync(stack, stack.DestroyAsync());
    }

    private static Task TrustAsync(TestStack stack) => stack.ResourceAsync(
        PackageTokens.Of("TwoWayTrust"),
        "trust",
        request => (request.Custom, request.Remote) = (false, true),
        ("lync", PropertyMap.Of(("server", PluginUnderTest.Lync))),
        ("exchange", PropertyMap.Of(("server", PluginUnderTest.Exchange))),
        ("check", PropertyMap.Of(("sipUri", PluginUnderTest.SipUri))));

    private static async Task<DeploymentResult> ExpectAsync(DeployedStack stack, Task<DeploymentResult> command)
    {
        var result = await command;
        Assert.True(result.Succeeded, stack.Output);
        return result;
    }

    private static JsonNode Configured(DeployedStack stack, string server) => stack.Configured.Single(entry => (string?)entry!["fqdn"] == server)!;

    private static string OutputOf(DeployedStack stack, string type, string name, string output) => (string)stack.State.Single(resource =>
        ((string)resource!["urn"]!).EndsWith($"{PackageTokens.Of(type)}::{name}", StringComparison.Ordinal))!["outputs"]![output]!;
}
