using System.Collections.Immutable;
using Pulumi.PartnerTrust.Inputs;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.PartnerTrust.Testing.Tests;

public sealed class EmbeddedMocksTests
{
    private const string Lync = "atl-cs-001.litwareinc.com";
    private const string Exchange = "autodiscover.litwareinc.com";

    private static readonly TestOptions Update = new() { IsPreview = false };

    private static readonly EmbeddedInstallation Litware = new EmbeddedInstallation()
        .WithServer(Lync, ServerProduct.LyncServer)
        .WithServer(Exchange, ServerProduct.ExchangeServer, realm: "litwareinc.com")
        .WithMailbox("sip:kenmyer@litwareinc.com", "kenmyer@litwareinc.com", Exchange, archiveEnabled: true);

    [Fact]
    public async Task Arguments_that_the_plugin_refuses_fail_the_test_with_their_number()
    {
        await using var mocks = await EmbeddedMocks.StartAsync(Litware);

        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(mocks, Update, () =>
        {
            _ = new CertificateBinding("bad", new() { Server = Lync, Source = new CertificateSourceArgs { Thumbprint = "not hexadecimal" } });
        }));

        Assert.Contains("PT", failure.Message, StringComparison.Ordinal);
        Assert.Contains("thumbprint", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_installation_that_is_none_is_refused_at_the_start() =>
        await Assert.ThrowsAsync<RunException>(
            () => EmbeddedMocks.StartAsync(new EmbeddedInstallation().WithServer("no fqdn", ServerProduct.LyncServer)));

    [Fact]
    public async Task A_record_left_unnamed_gets_a_name_and_a_resource_its_documented_id()
    {
        await using var mocks = await EmbeddedMocks.StartAsync(Litware);

        var resources = await Deployment.TestAsync(mocks, Update, () =>
        {
            var certificate = Generated("exchange", Exchange);
            var endpoint = new AuthMetadataEndpoint("exchange", new() { Server = Exchange }, new() { DependsOn = certificate });
            _ = new PartnerApplication("exchange-on-lync", new() { Server = Lync, AuthMetadataUrl = endpoint.Url });
        });

        var record = resources.OfType<PartnerApplication>().Single();
        var name = await OutputUtilities.GetValueAsync(record.Name);
        Assert.StartsWith("exchange-on-lync-", name, StringComparison.Ordinal);
        Assert.Equal($"{Lync}/{name}", await OutputUtilities.GetValueAsync(record.Id));
    }

    [Fact]
    public async Task Functions_and_lookups_see_what_the_same_test_has_made()
    {
        await using var mocks = await EmbeddedMocks.StartAsync(Litware);

        var (_, outputs) = await Deployment.TestAsync(mocks, Update, () =>
        {
            var certificate = Generated("lync", Lync);
            var bound = GetCertificateBinding.Invoke(new() { Server = Lync }, new InvokeOutputOptions { DependsOn = { certificate } });
            var found = CertificateBinding.Get("found", certificate.Id);
            return new Dictionary<string, object?>
            {
                ["made"] = certificate.Thumbprint,
                ["asked"] = bound.Apply(slots => slots.Current!.Thumbprint),
                ["found"] = found.Thumbprint,
            };
        });

        var thumbprints = await Task.WhenAll(outputs.Values.Select(output => OutputUtilities.GetValueAsync((Output<string>)output!)));
        Assert.Equal(40, Assert.Single(thumbprints.Distinct()).Length);
    }

    [Fact]
    public async Task Resources_of_other_packages_answer_with_their_arguments_or_as_they_are_told()
    {
        await using var alone = await EmbeddedMocks.StartAsync(Litware);
        await using var told = await EmbeddedMocks.StartAsync(Litware, new OtherMocks());

        Assert.Equal("box-id", await IdOfOtherAsync(alone));
        Assert.Equal("told", await IdOfOtherAsync(told));
    }

    [Fact]
    public async Task A_component_is_built_of_its_children_and_proven()
    {
        await using var mocks = await EmbeddedMocks.StartAsync(Litware);

        var resources = await Deployment.TestAsync(mocks, Update, () =>
        {
            _ = new TwoWayTrust("litware", new()
            {
                Lync = new LyncSideArgs { Server = Lync },
                Exchange = new ExchangeSideArgs { Server = Exchange },
                Check = new TrustCheckArgs { SipUri = "sip:kenmyer@litwareinc.com" },
            });
        });

        var trust = resources.OfType<TwoWayTrust>().Single();
        Assert.True(await OutputUtilities.GetValueAsync(trust.CheckSucceeded));
        Assert.Equal(2, (await OutputUtilities.GetValueAsync(trust.Directions)).Length);
    }

    private static async Task<string> IdOfOtherAsync(IMocks mocks)
    {
        var resources = await Deployment.TestAsync(mocks, Update, () =>
        {
            _ = new CustomResource("shop:index:Box", "box", new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty), options: null);
        });
        return await OutputUtilities.GetValueAsync(((CustomResource)resources.Single()).Id);
    }

    private static CertificateBinding Generated(string name, string server) => new(name, new()
    {
        Server = server,
        Source = new CertificateSourceArgs { Generate = new GeneratedCertificateArgs() },
    });

    private sealed class OtherMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>(("told", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
