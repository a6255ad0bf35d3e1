using PartnerTrust.Plugin.Tests.Truth.Comparing;

namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>How things are after one step of an update.</summary>
/// <param name="Urn">Whose step it was.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Met">What calls meet then.</param>
internal sealed record TruthMoment(string Urn, TruthMomentKind Kind, IReadOnlyDictionary<TruthCall, Verdict> Met);

/// <summary>After what.</summary>
internal enum TruthMomentKind
{
    /// <summary>Something was made, changed or replaced.</summary>
    Operation,

    /// <summary>All that the program holds was done.</summary>
    Program,

    /// <summary>Something was deleted that the program no longer holds.</summary>
    Removal,
}
