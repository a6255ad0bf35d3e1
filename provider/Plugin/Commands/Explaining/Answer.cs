using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>What is known of what was asked for.</summary>
/// <param name="Named">What was asked for by its number.</param>
/// <param name="Found">What fits best otherwise.</param>
/// <param name="SeeAlso">What fits less well.</param>
/// <param name="Unknown">The numbers that do not exist.</param>
/// <param name="Notes">What else is to be said, such as of codes that no document explains.</param>
internal sealed record Answer(
    ImmutableArray<Explanation> Named,
    ImmutableArray<Explanation> Found,
    ImmutableArray<Explanation> SeeAlso,
    ImmutableArray<UnknownNumber> Unknown,
    ImmutableArray<string> Notes)
{
    public ImmutableArray<Explanation> Explanations => Named.AddRange(Found);

    public bool SaysSomething => Named.Length > 0 || Found.Length > 0 || Notes.Length > 0;
}
