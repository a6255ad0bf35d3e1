using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using Kind = PartnerTrust.Protocol.Messages.PropertyDiff.Types.Kind;

namespace PartnerTrust.Plugin.Tests.Diffing;

public sealed class DetailedDiffTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Spellings_that_mean_the_same_are_no_difference()
    {
        var diff = await DiffAsync(
            "CertificateBinding",
            Bound("8b f8 33 e6 a7 d8 a7 96 0f 58 02 b5 ff fd 18 85 99 e2 a4 b2").Set("effectiveDate", "2026-05-01T02:00:00+02:00"),
            Bound("8BF833E6A7D8A7960F5802B5FFFD188599E2A4B2").Set("effectiveDate", "2026-05-01T00:00:00Z").Set("server", "ATL-CS-001.litwareinc.com"));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task Roles_are_a_set_and_a_changed_one_shows_at_its_place()
    {
        var olds = Programs.LyncPartner();
        var reordered = await DiffAsync("PartnerApplication", olds, WithRoles("ArchiveApplication", "UserApplication"));
        var changed = await DiffAsync("PartnerApplication", olds, WithRoles("UserApplication", "MeetingGraphApplication", "ArchiveApplication"));

        Assert.Empty(reordered.DetailedDiff);
        Assert.Equal(Kind.Add, Assert.Single(changed.DetailedDiff, entry => entry.Key == "linkedAccount.roles[1]").Value.Kind);
        Assert.Equal(["linkedAccount"], changed.Diffs);
    }

    [Fact]
    public async Task Only_the_schema_says_what_replaces()
    {
        var diff = await DiffAsync("PartnerApplication", Programs.Partner(), Programs.Partner().Set("name", "Other").Set("enabled", false));

        Assert.Equal(Kind.UpdateReplace, diff.DetailedDiff["name"].Kind);
        Assert.Equal(Kind.Update, diff.DetailedDiff["enabled"].Kind);
        Assert.All(diff.DetailedDiff.Values, entry => Assert.True(entry.InputDiff));
        Assert.Equal(["name"], diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task A_value_that_is_not_known_yet_is_a_change()
    {
        var diff = await DiffAsync("PartnerApplication", Programs.Partner(), Programs.Partner().Set("refreshTrigger", UnknownValue.Text));

        Assert.Equal(Kind.Update, Assert.Single(diff.DetailedDiff).Value.Kind);
    }

    [Fact]
    public async Task Ignored_paths_do_not_show()
    {
        var diff = await DiffAsync(
            "PartnerApplication", Programs.LyncPartner(), WithRoles("UserApplication", "Mailbox Search"), "linkedAccount.roles[*]");

        Assert.Empty(diff.DetailedDiff);
    }

    private static async Task<DiffResponse> DiffAsync(string type, PropertyMap olds, PropertyMap news, params string[] ignore)
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();
        var request = new DiffRequest
        {
            Urn = plugin.Resource(type).Urn,
            Olds = PropertyCodec.Encode(olds),
            OldInputs = PropertyCodec.Encode(olds),
            News = PropertyCodec.Encode(news),
        };
        request.IgnoreChanges.AddRange(ignore);
        return await plugin.Client.DiffAsync(request, None);
    }

    private static PropertyMap Bound(string thumbprint) =>
        PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("thumbprint", thumbprint))));

    private static PropertyMap WithRoles(params string[] roles) => Programs.LyncPartner().Set(
        "linkedAccount",
        PropertyMap.Of(("name", "LyncEnterprise-ApplicationAccount"), ("roles", ListValue.Of(roles.Select(role => (PropertyValue)role)))));
}
