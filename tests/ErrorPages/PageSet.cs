using System.Collections.Immutable;

namespace PartnerTrust.ErrorPages;

/// <summary>All pages of a catalogue, by the names of their files.</summary>
public static class PageSet
{
    private const string Index = "README.md";

    public static ImmutableSortedDictionary<string, string> Of(ImmutableArray<CatalogueEntry> entries) => entries
        .Select(entry => KeyValuePair.Create($"{entry.Number}.md", ErrorPage.Of(entry)))
        .Append(KeyValuePair.Create(Index, IndexPage.Of(entries)))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The pages that are in a folder.</summary>
    public static IEnumerable<string> In(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*.md").Select(file => Path.GetFileName(file)) : [];
}
