using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>Records that are replaced: at no time are there two of one partner, nor none. What the command line has replaced
/// (<c>--target-replace</c>, <c>state taint</c>) is checked and created as if there were nothing, by a process that has not seen it made.</summary>
public sealed class RecordSuccessionTests
{
    private const string Url = "https://sts.litwareinc.com/metadata/json/1";

    public static TheoryData<string, bool> Records => new()
    {
        { "PartnerApplication", true },
        { "PartnerApplication", false },
        { "AuthorizationServer", true },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public async Task What_the_command_line_has_replaced_takes_the_place_of_its_predecessor(string type, bool isNamed)
    {
        await using var first = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(first);
        var old = new ManagedResource(first, type);
        await old.UpAsync(ProgramOf(type, isNamed, "it-1234567"));
        await using var second = await PluginUnderTest.StartConfiguredAsync(folder: first.Folder);
        var resource = new ManagedResource(second, type);
        var program = ProgramOf(type, isNamed, "it-7654321");

        await resource.PreviewAsync(program);
        await resource.CreateAsync(await resource.CheckedAsync(program, PropertyMap.Empty));
        var between = await RecordsAsync(second, type);
        await DeleteAsync(second, old);

        Assert.Empty(second.Engine.Warnings);
        Assert.Contains(second.Engine.Logs, said => said.Message.Contains($"will replace \"{old.Id.Split('/')[1]}\"", StringComparison.Ordinal));
        Assert.Equal([resource.Id], between);
        Assert.Equal([resource.Id], await RecordsAsync(second, type));
        Assert.Empty((await resource.RefreshAsync())!.DetailedDiff);
        await resource.DeleteAsync();
        Assert.Empty(await RecordsAsync(second, type));
    }

    /// <summary>The document is fetched and judged first; today's record may be wrong, but it is one.</summary>
    [Theory]
    [InlineData("PartnerApplication")]
    [InlineData("AuthorizationServer")]
    public async Task A_record_stays_when_what_was_to_take_its_place_cannot_be_made(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        var resource = new ManagedResource(plugin, type);
        await resource.UpAsync(ProgramOf(type, isNamed: true, ""));
        var before = await RecordsAsync(plugin, type);
        var program = ProgramOf(type, isNamed: true, "").Set("authMetadataUrl", $"https://{PluginUnderTest.SecondLync}/metadata/json/1");

        var news = await resource.CheckedAsync(program, PropertyMap.Empty);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(plugin, type).CreateAsync(news));

        Assert.Contains("PT3056", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await RecordsAsync(plugin, type));
        Assert.Empty((await resource.RefreshAsync())!.DetailedDiff);
    }

    /// <summary>Such a one belongs to nobody of this stack.</summary>
    [Fact]
    public async Task A_record_of_another_resource_does_not_give_way()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await new ManagedResource(plugin, "PartnerApplication", "theirs").UpAsync(Programs.Partner());

        var sameName = await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(plugin, "PartnerApplication", "ours").UpAsync(
            Programs.Partner().Set("authMetadataUrl", Url)));
        var samePartner = await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(plugin, "PartnerApplication", "ours").UpAsync(
            Programs.Partner().Set("name", "Mail")));

        Assert.Contains("PT7016", sameName.Message, StringComparison.Ordinal);
        Assert.Contains("PT4001", samePartner.Message, StringComparison.Ordinal);
        Assert.Equal([$"{PluginUnderTest.Lync}/Exchange"], await RecordsAsync(plugin, "PartnerApplication"));
    }

    /// <summary>It may have been left behind on purpose (<c>retainOnDelete</c>).</summary>
    [Fact]
    public async Task A_former_record_of_another_partner_is_left_alone()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await new ManagedResource(plugin, "PartnerApplication").UpAsync(Programs.Partner());

        await new ManagedResource(plugin, "PartnerApplication").UpAsync(Programs.Partner().Set("name", "Tokens").Set("authMetadataUrl", Url));

        Assert.Equal([$"{PluginUnderTest.Lync}/Exchange", $"{PluginUnderTest.Lync}/Tokens"], await RecordsAsync(plugin, "PartnerApplication"));
    }

    private static PropertyMap ProgramOf(string type, bool isNamed, string madeUp) => (type, isNamed) switch
    {
        ("AuthorizationServer", _) => Programs.TokenServer(),
        (_, true) => Programs.Partner(),
        _ => Programs.Partner().Set("name", madeUp),
    };

    private static async Task<IReadOnlyList<string>> RecordsAsync(PluginUnderTest plugin, string type)
    {
        var state = await plugin.ReadStateAsync();
        return
        [
            .. (type == "PartnerApplication" ? state.PartnerApplications.Keys : state.AuthorizationServers.Keys)
                .Select(key => $"{key.Server}/{key.Name}").Order(StringComparer.Ordinal),
        ];
    }

    private static async Task DeleteAsync(PluginUnderTest plugin, ManagedResource old) => await plugin.Client.DeleteAsync(
        new DeleteRequest
        {
            Id =
            old.Id,
            Urn = old.Urn,
            Properties = PropertyCodec.Encode(old.Outputs),
            OldInputs = PropertyCodec.Encode(old.Inputs)
        },
        CancellationToken.None);
}
