using System.Collections.Immutable;
using PartnerTrust.Plugin.Commands.Explaining;

namespace PartnerTrust.Plugin.Tests.Explaining;

/// <summary>The pages that are built into the plugin.</summary>
public sealed class BuiltInPagesTests
{
    private static readonly ImmutableArray<Explanation> Pages = ExplanationPages.ReadAll();

    [Fact]
    public void All_pages_are_there_and_say_what_they_are_about()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "errors"), "PT*.md").Select(file => Path.GetFileNameWithoutExtension(file)!);

        Assert.Equal(files.Order(StringComparer.Ordinal), Pages.Select(page => page.Number));
        Assert.All(Pages, page => Assert.EndsWith(".", page.Meaning, StringComparison.Ordinal));
        Assert.Contains(Pages, page => page.IsWarning);
        Assert.Contains(Pages, page => !page.IsWarning);
    }

    /// <summary>A mistyped code, category or event would be taken for words that nobody ever says.</summary>
    [Fact]
    public void Every_sign_is_well_formed() => Assert.Empty(
        from page in Pages
        from sign in page.Signs
        where !sign.IsWellFormed
        select $"{page.Number}: {sign.Text}");

    [Fact]
    public void Whoever_asks_by_a_number_or_a_sign_finds_its_page()
    {
        var index = new ExplanationIndex(Pages);

        Assert.Empty(Pages.Where(page => !index.Ask(new AskedText(page.Number)).Named.Contains(page)).Select(page => page.Number));
        Assert.Empty(
            from page in Pages
            from sign in page.Signs
            where !index.Ask(new AskedText(sign.Text)).Explanations.Contains(page)
            select $"{page.Number}: {sign.Text}");
    }

    [Fact]
    public void Every_page_can_be_told() => Assert.All(Pages, page =>
    {
        var text = new AnswerText(100).Of(new Answer([page], [], [], [], []));

        Assert.StartsWith($"{page.Number} ({page.Kind}): ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("```", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
    });
}
