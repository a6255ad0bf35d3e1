using System.Collections.Immutable;
using System.Text.Json;
using PartnerTrust.ErrorPages;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Tests.Faults;

/// <summary>The committed pages of the catalogue.</summary>
public class ErrorPageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, FaultPage.Folder);

    private static readonly ImmutableArray<CatalogueEntry> Catalogue = CatalogueReader.ReadAll();

    [Fact]
    public void The_committed_pages_are_what_the_catalogue_gives()
    {
        var stale = PageSet.Of(Catalogue).Where(page => Committed(page.Key) != page.Value).Select(page => page.Key);

        Assert.True(!stale.Any(), $"Run `make docs` and commit: {string.Join(", ", stale)}");
    }

    [Fact]
    public void No_page_of_a_number_that_is_gone_stays_behind() => Assert.Empty(PageSet.In(Folder).Except(PageSet.Of(Catalogue).Keys));

    [Fact]
    public void Every_number_says_how_it_comes_about_and_what_is_to_be_done() =>
        Assert.Empty(Catalogue.Where(entry => entry.Cause.Length == 0 || entry.Remedy.Length == 0).Select(entry => entry.Number));

    [Fact]
    public void A_meaning_is_one_sentence_in_one_line() => Assert.Empty(Catalogue
        .Where(entry => !entry.Meaning.EndsWith('.') || entry.Meaning.Contains('\n', StringComparison.Ordinal))
        .Select(entry => $"{entry.Number}: {entry.Meaning}"));

    [Fact]
    public void No_sign_is_given_twice_for_one_number() => Assert.Empty(Catalogue
        .Where(entry => entry.Signs.Distinct(StringComparer.OrdinalIgnoreCase).Count() < entry.Signs.Length).Select(entry => entry.Number));

    [Fact]
    public void No_page_names_a_document_that_its_readers_do_not_have() => Assert.Empty(PageSet.Of(Catalogue)
        .Where(page => page.Value.Contains("domain.md", StringComparison.Ordinal) || page.Value.Contains("[U]", StringComparison.Ordinal))
        .Select(page => page.Key));

    [Fact]
    public void The_pages_lie_in_the_repository_of_the_package()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "schema.json")));

        Assert.Equal(FaultPage.Repository, schema.RootElement.GetProperty("repository").GetString());
        Assert.Equal("docs/errors/PT5025.md", FaultPage.PathOf("PT5025"));
        Assert.Equal($"{FaultPage.Repository}/blob/main/docs/errors/PT5025.md", FaultPage.AddressOf("PT5025").AbsoluteUri);
    }

    private static string Committed(string page)
    {
        var file = Path.Combine(Folder, page);
        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
    }
}
