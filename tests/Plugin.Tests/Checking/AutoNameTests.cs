using Google.Protobuf;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using Mode = PartnerTrust.Protocol.Messages.CheckRequest.Types.AutonamingOptions.Types.Mode;

namespace PartnerTrust.Plugin.Tests.Checking;

public sealed class AutoNameTests
{
    [Fact]
    public async Task Without_options_the_seed_makes_the_suffix_and_the_same_seed_the_same_name()
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();

        var first = NameOf(await CheckAsync(plugin, seed: 1));

        Assert.Matches("^partner-[0-9a-f]{7}$", first);
        Assert.Equal(first, NameOf(await CheckAsync(plugin, seed: 1)));
        Assert.NotEqual(first, NameOf(await CheckAsync(plugin, seed: 2)));
    }

    [Fact]
    public async Task A_name_once_given_stays()
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();

        Assert.Equal("kept", NameOf(await CheckAsync(plugin, seed: 3, olds: PropertyMap.Of(("name", "kept")))));
    }

    [Theory]
    [InlineData(Mode.Propose)]
    [InlineData(Mode.Enforce)]
    public async Task The_engine_s_proposal_is_taken(Mode mode)
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();

        Assert.Equal("litware-partner", NameOf(await CheckAsync(plugin, options: new() { ProposedName = "litware-partner", Mode = mode })));
    }

    [Fact]
    public async Task Disabled_naming_asks_for_a_name()
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();

        var failure = Assert.Single((await CheckAsync(plugin, options: new() { Mode = Mode.Disable })).Failures);

        Assert.Equal("name", failure.Place());
        Assert.StartsWith("PT1013", failure.Sentence(), StringComparison.Ordinal);
    }

    private static Task<CheckResponse> CheckAsync(
        CheckingPlugin plugin, byte seed = 0, PropertyMap? olds = null, CheckRequest.Types.AutonamingOptions? options = null) =>
        plugin.Client.CheckAsync(
            new CheckRequest
            {
                Urn = "urn:pulumi:dev::trust::partnertrust:index:PartnerApplication::partner",
                Olds = PropertyCodec.Encode(olds ?? PropertyMap.Empty),
                News = PropertyCodec.Encode(Programs.Partner().Remove("name")),
                RandomSeed = ByteString.CopyFrom(seed),
                Autonaming = options,
            },
            CancellationToken.None);

    private static string NameOf(CheckResponse response) => ((TextValue)PropertyCodec.Decode(response.Inputs)["name"]).Value;
}
