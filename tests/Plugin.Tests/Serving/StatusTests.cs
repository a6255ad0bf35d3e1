using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Serving;

public sealed class StatusTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_the_package_does_not_have_is_unimplemented_or_refused_by_name()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        await AssertStatusAsync(
            StatusCode.Unimplemented, "PT8004", () => new ManagedResource(plugin, "CertificateBindin").CheckAsync(PropertyMap.Empty));
        await AssertStatusAsync(StatusCode.Unimplemented, "PT8006", () => plugin.Client.CallAsync(new CallRequest { Tok = "x" }, None));
        await AssertStatusAsync(StatusCode.Unimplemented, "PT8008", () => plugin.Client.ParameterizeAsync(new ParameterizeRequest(), None));
        await AssertStatusAsync(
            StatusCode.InvalidArgument,
            "PT1202",
            () => plugin.Client.InvokeAsync(new InvokeRequest { Tok = "partnertrust:index:explainTrus" }, None));
        await AssertStatusAsync(
            StatusCode.FailedPrecondition, "PT8007", () => plugin.Client.GetSchemaAsync(new GetSchemaRequest { Version = 3 }, None));
        await AssertStatusAsync(StatusCode.InvalidArgument, "PT1201", () => new ManagedResource(plugin, "PartnerApplication").ImportAsync("nowhere"));
        await AssertStatusAsync(StatusCode.Unimplemented, "PT1203", async () =>
        {
            await foreach (var _ in plugin.Client.ListAsync(new ListRequest { Token = "partnertrust:index:OAuthConfiguration" }, None))
            {
            }
        });
    }

    [Fact]
    public async Task A_resource_before_configuration_is_refused()
    {
        await using var plugin = await PluginUnderTest.StartAsync();

        await AssertStatusAsync(
            StatusCode.InvalidArgument, "PT1107", () => new ManagedResource(plugin, "OAuthConfiguration").CheckAsync(Programs.OAuth()));
    }

    [Fact]
    public async Task A_check_that_fails_is_kept_as_incomplete_and_goes_on_with_the_next_up()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);
        var check = new ManagedResource(plugin, "ConnectivityCheck");

        var failure = await Assert.ThrowsAsync<RpcException>(() => check.UpAsync(Programs.Check().Set("sipUri", "sip:nobody@litwareinc.com")));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        var kept = failure.Detail<ErrorResourceInitFailed>()!;
        Assert.StartsWith(PluginUnderTest.Lync, kept.Id, StringComparison.Ordinal);
        Assert.NotEmpty(kept.Reasons);
        Assert.False(((BoolValue)PropertyCodec.Decode(kept.Properties)["succeeded"]).Value);
    }

    [Fact]
    public async Task An_unknown_value_outside_a_preview_is_refused_by_name()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var inputs = PropertyCodec.Encode(Programs.OAuth().Set("realm", UnknownValue.Text));

        await AssertStatusAsync(StatusCode.InvalidArgument, "realm: PT1019", () => plugin.Client.CreateAsync(
            new CreateRequest { Urn = new ManagedResource(plugin, "OAuthConfiguration").Urn, Properties = inputs }, None));
    }

    private static async Task AssertStatusAsync(StatusCode status, string text, Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(status, failure.StatusCode);
        Assert.Contains(text, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
    }
}
