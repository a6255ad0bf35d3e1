using System.Collections.Immutable;

namespace PartnerTrust.Trust.Findings;

/// <summary>The known failures of the field (domain.md 8), to look up by number.</summary>
public static partial class FailureCatalogue
{
    private static readonly ImmutableDictionary<int, Failure> ByNumber =
        Certificates.Concat(Documents).Concat(Tokens).Concat(Installations).Concat(Others).ToImmutableDictionary(f => f.Number);

    /// <summary>All of them, in the order of their numbers.</summary>
    public static IEnumerable<Failure> All => ByNumber.Values.OrderBy(f => f.Number);

    public static Failure Number(int number) => ByNumber[number];
}
