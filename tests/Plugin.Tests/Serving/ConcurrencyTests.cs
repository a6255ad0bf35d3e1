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
