using Pulumi;
using Pulumi.PartnerTrust;
using Pulumi.PartnerTrust.Testing;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Examples.TwoWayTrust.Tests;

/// <summary>Unit tests of the stack in ../two-way-trust. No engine, no plugin, no network; and yet real certificates, real documents and a real
/// token that is accepted or refused for real reasons.</summary>
public sealed class TwoWayTrustStackTests
{
    private const string Lync = "atl-cs-001.litwareinc.com";
    private const string Exchange = "autodiscover.litwareinc.com";
    private const string TestUser = "sip:kenmyer@litwareinc.com";

    private static readonly EmbeddedInstallation Litware = new EmbeddedInstallation()
        .WithServer(Lync, ServerProduct.LyncServer)
        .WithServer(Exchange, ServerProduct.ExchangeServer);

    // Where a deployment would read Pulumi.dev.yaml.
    static TwoWayTrustStackTests() => Environment.SetEnvironmentVariable("PULUMI_CONFIG", $$"""
        {
          "project:lync": "{{Lync}}",
          "project:exchange": "{{Exchange}}",
          "project:testUser": "{{TestUser}}"
        }
        """);

    [Fact]
    public async Task The_trust_is_proven_by_an_item_in_the_mailbox()
    {
        await using var mocks = await EmbeddedMocks.StartAsync(Litware.WithMailbox(TestUser, "kenmyer@litwareinc.com", Exchange));

        var resources = await Deployment.TestAsync<TwoWayTrustStack>(mocks, new TestOptions { IsPreview = false });

        var stack = resources.OfType<TwoWayTrustStack>().Single();
        Assert.True(await OutputUtilities.GetValueAsync(stack.Proven));
        Assert.Equal("00000002-0000-0ff1-ce00-000000000000@litwareinc.com", await OutputUtilities.GetValueAsync(stack.TrustedByLync));
    }

    [Fact]
    public async Task Each_side_trusts_the_key_that_the_other_signs_with()
    {
        await using var mocks = await EmbeddedMocks.StartAsync(Litware.WithMailbox(TestUser, "kenmyer@litwareinc.com", Exchange));

        var resources = await Deployment.TestAsync<TwoWayTrustStack>(mocks, new TestOptions { IsPreview = false });

        var certificates = resources.OfType<CertificateBinding>().ToDictionary(resource => resource.GetResourceName());
        var records = resources.OfType<PartnerApplication>().ToDictionary(resource => resource.GetResourceName());
        Assert.Equal(
            await OutputUtilities.GetValueAsync(certificates["exchange"].Thumbprint),
            (await OutputUtilities.GetValueAsync(records["exchange-on-lync"].TrustedKeys)).Single().Thumbprint);
        Assert.Equal(
            await OutputUtilities.GetValueAsync(certificates["lync"].Thumbprint),
            (await OutputUtilities.GetValueAsync(records["lync-on-exchange"].TrustedKeys)).Single().Thumbprint);
    }

    [Fact]
    public async Task A_user_without_a_mailbox_fails_the_test_as_it_would_fail_the_deployment()
    {
        await using var mocks = await EmbeddedMocks.StartAsync(Litware);

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => Deployment.TestAsync<TwoWayTrustStack>(mocks, new TestOptions { IsPreview = false }));

        Assert.Contains(TestUser, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_names_the_partners_before_anything_is_touched()
    {
        await using var mocks = await EmbeddedMocks.StartAsync(Litware.WithMailbox(TestUser, "kenmyer@litwareinc.com", Exchange));

        var resources = await Deployment.TestAsync<TwoWayTrustStack>(mocks, new TestOptions { IsPreview = true });

        var stack = resources.OfType<TwoWayTrustStack>().Single();
        Assert.Equal("00000004-0000-0ff1-ce00-000000000000@litwareinc.com", await OutputUtilities.GetValueAsync(stack.TrustedByExchange));
        Assert.False(await OutputUtilities.GetIsKnownAsync(stack.LyncThumbprint));
    }
}
