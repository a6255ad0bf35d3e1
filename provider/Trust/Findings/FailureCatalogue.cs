using System.Collections.Immutable;

namespace PartnerTrust.Trust.Findings;

/// <summary>The known failures of the field (domain.md 8), to look up by number or by what a product wrote.</summary>
public static partial class FailureCatalogue
{
    private static readonly ImmutableDictionary<int, Failure> ByNumber =
        Certificates.Concat(Documents).Concat(Tokens).Concat(Installations).Concat(Others).ToImmutableDictionary(f => f.Number);

    /// <summary>All of them, in the order of their numbers.</summary>
    public static IEnumerable<Failure> All => ByNumber.Values.OrderBy(f => f.Number);

    public static Failure Number(int number) => ByNumber[number];

    /// <summary>The failures that a message, header or log entry points to, the likeliest first: those of which most marks occur.</summary>
    public static ImmutableArray<Failure> Recognise(string text) =>
    [
        .. All.Select(f => (Failure: f, Hits: f.Marks.Count(m => text.Contains(m, StringComparison.OrdinalIgnoreCase))))
            .Where(f => f.Hits > 0)
            .OrderByDescending(f => f.Hits)
            .ThenBy(f => f.Failure.Number)
            .Select(f => f.Failure),
    ];
}
