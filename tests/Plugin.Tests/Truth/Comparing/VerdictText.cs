using System.Text.RegularExpressions;

namespace PartnerTrust.Plugin.Tests.Truth.Comparing;

/// <summary>Knows the words in which a preview tells what it foresees of one resource, and an update why it failed.</summary>
internal static partial class VerdictText
{
    private const string Gate = "PT7040";

    /// <summary>What was said last counts: a verdict may be taken back.</summary>
    public static Verdict OfCheck(IEnumerable<string> told) =>
        told.Select(OfCheck).LastOrDefault(verdict => verdict.Outcome != Outcome.Silent) ?? Verdict.Silent;

    /// <summary>What a preview said of a resource that calls nobody.</summary>
    public static Verdict OfResource(IEnumerable<string> told) =>
        told.Select(OfResource).LastOrDefault(verdict => verdict.Outcome != Outcome.Silent) ?? Verdict.Silent;

    /// <summary>What a preview said of a function's answer.</summary>
    public static Verdict OfFunction(IEnumerable<string> told) => told.Any(Ahead().IsMatch) ? Verdict.Untold : Verdict.Holds;

    /// <summary>Whether it is said that a verdict was told before all was planned on which it turns, and what to do about it.</summary>
    public static bool IsLate(string message) => Late().IsMatch(message);

    /// <summary>The number of the first refusal in a failure, and of a check that fails a preview its step. What fails one because it cannot be told
    /// stays open.</summary>
    public static Verdict OfFailure(string failure) =>
        IsGate(failure) && Late().IsMatch(failure) ? Verdict.Untold
        : Fails().Match(failure) is { Success: true } failed ? new Verdict(Outcome.Fails, NumberIn(failure), failed.Groups["step"].Value)
        : IsGate(failure) && Untold().IsMatch(failure) ? Verdict.Untold
        : new Verdict(Outcome.Fails, NumberIn(failure));

    private static bool IsGate(string failure) => failure.Contains(Gate, StringComparison.Ordinal);

    /// <summary>What was said of a check before it was said that this came too early; silent where that was not said.</summary>
    public static Verdict OfCheckBeforeLate(IReadOnlyList<string> told) =>
        told.Any(IsLate) ? OfCheck(told.TakeWhile(message => !IsLate(message))) : Verdict.Silent;

    /// <summary>Of the others a refusal comes first: its reasons use the words of the rest.</summary>
    private static Verdict OfCheck(string message) =>
        IsLate(message) ? Verdict.Untold
        : Fails().Match(message) is { Success: true } failed ? new Verdict(Outcome.Fails, NumberIn(message), failed.Groups["step"].Value)
        : Refused().IsMatch(message) ? new Verdict(Outcome.Fails, NumberIn(message))
        : Untold().IsMatch(message) ? Verdict.Untold
        : Holds().IsMatch(message) ? Verdict.Holds
        : Verdict.Silent;

    private static Verdict OfResource(string message) =>
        Refused().IsMatch(message) ? new Verdict(Outcome.Fails, NumberIn(message))
        : Untold().IsMatch(message) ? Verdict.Untold
        : Verdict.Silent;

    /// <summary>The first number; a preview that fails as it is told to has one of its own before it.</summary>
    private static string? NumberIn(string text) =>
        Number().Matches(text).Select(found => found.Value).FirstOrDefault(number => number != Gate);

    [GeneratedRegex("cannot be told|cannot tell")]
    private static partial Regex Untold();

    [GeneratedRegex("Preview: that the check would .* was told before .* was planned; after it the check would .*Add dependsOn: ")]
    private static partial Regex Late();

    [GeneratedRegex("^Preview: .* (finds nothing yet, and answers with what is known|answers without what becomes of)")]
    private static partial Regex Ahead();

    /// <summary>And no more than it knows.</summary>
    [GeneratedRegex("^Preview: .*would succeed, as far as configuration and keys go; network, clocks and mailbox are tried by the update")]
    private static partial Regex Holds();

    [GeneratedRegex("would fail(?:;[^\"]*)? at step \"(?<step>[^\"]*)\"")]
    private static partial Regex Fails();

    [GeneratedRegex("^Preview: the update would be refused|would fail")]
    private static partial Regex Refused();

    [GeneratedRegex("PT[0-9]{4}")]
    private static partial Regex Number();
}
