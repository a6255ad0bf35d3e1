using Newtonsoft.Json.Linq;
using PartnerTrust.Reports.Html;

namespace PartnerTrust.Reports.Tests.Browser;

/// <summary>Pages in a real browser, at 400 and 1280 pixels, by day and by night, and on paper. Screenshots are left in
/// <c>artifacts/browser</c>.</summary>
public sealed class PageTests
{
    private static readonly string[] Names = ["rolled", "staged", "token-server", "triangle", "hostile", "long", "many", "empty"];

    /// <summary>All pages in one browser, whose start is what takes time.</summary>
    private static readonly Lazy<Task<JObject>> Seen = new(LookAsync);

    public static TheoryData<string> Pages => [.. Names];

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task Nobody_is_kept_out(string page) => Assert.Empty((await OfAsync(page))["axe"]!);

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_no_wider_than_the_window(string page)
    {
        Assert.Empty((await OfAsync(page))["wide"]!);
        Assert.InRange((int)(await OfAsync(page))["printed"]!, 1, 720);
    }

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task The_keyboard_reaches_every_link_and_every_area_that_scrolls_and_it_is_seen_where_it_is(string page)
    {
        var keyboard = (await OfAsync(page))["keyboard"]!;
        var reached = keyboard["reached"]!.Select(one => (string)one!).ToList();

        Assert.Equal((int)keyboard["expected"]!, reached.Count);
        Assert.DoesNotContain(reached, one => one.StartsWith("body", StringComparison.Ordinal) || one.EndsWith("none", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task In_the_picture_no_text_leaves_its_box_and_none_lies_on_another(string page)
    {
        Assert.Empty((await OfAsync(page))["leaving"]!);
        Assert.Empty((await OfAsync(page))["overlapping"]!);
    }

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_asks_for_nothing_but_itself_and_breaks_no_rule_of_its_own(string page)
    {
        Assert.Equal(1, (int)(await OfAsync(page))["requests"]!);
        Assert.Empty((await OfAsync(page))["errors"]!);
    }

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_can_be_printed_on_white_paper(string page)
    {
        Assert.InRange((int)(await OfAsync(page))["pdf"]!, 1000, int.MaxValue);
        Assert.Equal("rgb(255, 255, 255)", (string?)(await OfAsync(page))["paper"]);
    }

    private static async Task<JToken> OfAsync(string page)
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        return (await Seen.Value)[page]!;
    }

    private static async Task<JObject> LookAsync()
    {
        var pages = new JArray();
        foreach (var name in Names)
        {
            var file = Path.Combine(Chromium.Artifacts, name + ".html");
            await File.WriteAllTextAsync(file, HtmlReport.Write(Samples.Of(name)));
            pages.Add(new JObject { ["name"] = name, ["file"] = file });
        }

        var asked = new JObject { ["pages"] = pages, ["pictures"] = new JArray("rolled", "triangle", "many") };
        return JObject.Parse(await Chromium.RunAsync("look.mjs", asked.ToString()));
    }
}
