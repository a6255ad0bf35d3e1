using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Serving;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Sixty_four_creates_at_once_over_two_plugins_on_one_directory_lose_nothing()
    {
        await using var first = await PluginUnderTest.StartConfiguredAsync();
        await using var second = await PluginUnderTest.StartConfiguredAsync(folder: first.Folder, clock: first.Time);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(number =>
            new ManagedResource(number % 2 == 0 ? first : second, "PartnerApplication", $"app-{number:00}").UpAsync(Cloud(number))));

        var pages = await ListAsync(first, pageSize: 10);
        Assert.Equal(Enumerable.Range(0, 64).Select(number => $"{PluginUnderTest.Lync}/app-{number:00}"), pages.SelectMany(page => page));
        Assert.Equal(7, pages.Count);
    }

    [Fact]
    public async Task Sixty_four_calls_of_every_kind_at_once_answer_as_one_after_the_other()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);
        var settings = new ManagedResource(plugin, "OAuthConfiguration", "settings");
        await settings.ImportAsync(PluginUnderTest.Lync);
        var doomed = await Task.WhenAll(Enumerable.Range(64, 8).Select(number => UpAsync(plugin, number)));
        var declared = settings.Inputs;

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => (number % 8) switch
        {
            0 => SeenAsync(async () => (await UpAsync(plugin, number)).Id),
            1 => SeenAsync(async () => (await settings.CheckAsync(Programs.OAuth().Set("realm", "not a realm!"))).Failures.Count > 0),
            2 => SeenAsync(async () => (await settings.DiffAsync(declared)).Changes),
            3 => SeenAsync(() => new ManagedResource(plugin, "PartnerApplication").IsThereAsync($"{PluginUnderTest.Lync}/Exchange")),
            4 => SeenAsync(
                async () => (await new ManagedResource(plugin, "ConnectivityCheck", $"check-{number}").PreviewAsync(Programs.Check()))["server"]),
            5 => SeenAsync(async () => PropertyCodec.Decode((await ExplainAsync(plugin)).Return)["accepted"]),
            6 => SeenAsync(async () =>
            {
                await doomed[number / 8].DeleteAsync();
                return doomed[number / 8].Exists;
            }),
            _ => SeenAsync(async () => (await plugin.Client.GetPluginInfoAsync(CancellationToken.None)).Version.Length > 0),
        }));

        Assert.All(
            answers.Index().Where(answer => answer.Index % 8 == 0),
            answer => Assert.Equal($"{PluginUnderTest.Lync}/app-{answer.Index:00}", answer.Item));
        Assert.All(
            answers.Index().Where(answer => answer.Index % 8 > 0).GroupBy(answer => answer.Index % 8),
            kind => Assert.Single(kind.Select(answer => answer.Item).Distinct()));
        Assert.Equal(["True", "DiffNone", "True"], answers[1..4]);
        Assert.Equal(["TextValue { Value = " + PluginUnderTest.Lync + " }", "BoolValue { Value = True }", "False", "True"], answers[4..8]);
        var left = (await ListAsync(plugin, pageSize: 100)).SelectMany(page => page);
        Assert.Equal(
            Enumerable.Range(0, 8).Select(number => $"{PluginUnderTest.Lync}/app-{number * 8:00}"),
            left.Where(id => id.Contains("/app-", StringComparison.Ordinal)));
    }

    private static async Task<string> SeenAsync<T>(Func<Task<T>> call) => $"{await call()}";

    private static async Task<ManagedResource> UpAsync(PluginUnderTest plugin, int number)
    {
        var resource = new ManagedResource(plugin, "PartnerApplication", $"app-{number:00}");
        await resource.UpAsync(Cloud(number));
        return resource;
    }

    private static Task<InvokeResponse> ExplainAsync(PluginUnderTest plugin) => plugin.Client.InvokeAsync(
        new InvokeRequest
        {
            Tok = "partnertrust:index:explainTrust",
            Args = PropertyCodec.Encode(
                PropertyMap.Of(("from", PluginUnderTest.Lync), ("to", PluginUnderTest.Exchange), ("sipUri", PluginUnderTest.SipUri))),
        },
        CancellationToken.None);

    private static PropertyMap Cloud(int number) => PropertyMap.Of(
        ("server", PluginUnderTest.Lync),
        ("name", $"app-{number:00}"),
        ("authorizationServer", PropertyMap.Of(("applicationIdentifier", new Guid(number + 1, 0, 0, new byte[8]).ToString("D")), ("realm", "litwareinc.com"))));

    private static async Task<List<List<string>>> ListAsync(PluginUnderTest plugin, int pageSize)
    {
        var pages = new List<List<string>>();
        var token = "";
        do
        {
            var page = new List<string>();
            var next = "";
            var request = new ListRequest { Token = "partnertrust:index:PartnerApplication", PageSize = pageSize, ContinuationToken = token };
            await foreach (var response in plugin.Client.ListAsync(request, CancellationToken.None))
            {
                if (response.ResponseCase == ListResponse.ResponseOneofCase.Result)
                {
                    page.Add(response.Result.Id);
                }
                else
                {
                    next = response.Continuation.ContinuationToken;
                }
            }

            pages.Add(page);
            token = next;
        }
        while (token.Length > 0);

        return pages;
    }
}
