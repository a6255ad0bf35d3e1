using System.Collections.Immutable;
using System.Globalization;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>Finds explanations by number, or by what servers say. A number of ours in a text tells more than all else in it; then what tells
/// most: words, then a category, a code, an event.</summary>
internal sealed class ExplanationIndex(ImmutableArray<Explanation> explanations)
{
    private readonly ImmutableSortedDictionary<string, Explanation> byNumber =
        explanations.ToImmutableSortedDictionary(explanation => explanation.Number, explanation => explanation, StringComparer.Ordinal);

    public Answer Ask(AskedText asked)
    {
        var named = asked.Numbers.Where(byNumber.ContainsKey).Select(number => byNumber[number]).ToImmutableArray();
        var signed = Signed(asked).Where(match => !named.Contains(match.Explanation)).ToList();
        var found = Best(asked, named, signed).Select(match => match.Explanation).ToImmutableArray();
        return new Answer(
            named,
            found,
            [.. signed.Select(match => match.Explanation).Except(found)],
            [.. asked.Numbers.Where(number => !byNumber.ContainsKey(number) && !IsEvent(asked, number, found))
                .Select(number => UnknownNumber.Among(byNumber.Keys, number))],
            [.. VendorCodes.Notes(asked, explanations)]);
    }

    /// <summary>Of bare numbers each is told of, whatever it may be: ours, an event's or a code. A text is about our numbers in it, and else about
    /// what tells most.</summary>
    private static IEnumerable<SignMatch> Best(AskedText asked, ImmutableArray<Explanation> named, List<SignMatch> signed) =>
        asked.IsNumbersAlone ? signed : named.IsEmpty ? signed.TakeWhile(match => match.Kind == signed[0].Kind) : [];

    /// <summary>Whether a bare number is that of an event which was found: then nobody said that it is one of ours.</summary>
    private static bool IsEvent(AskedText asked, string number, ImmutableArray<Explanation> found) =>
        int.Parse(number.AsSpan(2), CultureInfo.InvariantCulture) is var value && asked.Events.Contains(value)
        && found.Any(explanation => explanation.Signs.Any(sign => sign.EventNumber == value));

    /// <summary>Whatever has a sign in the text, what fits best first.</summary>
    private IEnumerable<SignMatch> Signed(AskedText asked) => explanations
        .Select(explanation => SignMatch.Of(explanation, asked))
        .OfType<SignMatch>()
        .OrderByDescending(match => match.Kind)
        .ThenByDescending(match => match.Length)
        .ThenByDescending(match => match.Kinds)
        .ThenBy(match => match.Explanation.Number, StringComparer.Ordinal);
}
