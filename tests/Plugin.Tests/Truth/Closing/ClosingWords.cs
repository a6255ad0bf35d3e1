using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>What was told of the whole, taken from its words: by a preview at its end, and by an update before its deletions.</summary>
internal sealed partial class ClosingWords(IEnumerable<(string Urn, string Message)> told)
{
    private readonly ImmutableArray<(string Urn, string Message)> told = [.. told];

    /// <summary>Directions that the update stops.</summary>
    public IEnumerable<StoppedWords> Stopped() =>
        from message in Found(CanNoLonger())
        let found = message.Match
        select new StoppedWords(found.Groups["from"].Value, found.Groups["to"].Value, found.Groups["kind"].Value, found.Groups["number"].Value);

    /// <summary>Checks that the update breaks without running them.</summary>
    public IEnumerable<BrokenWords> Broken() =>
        from message in Found(NoChangeHere())
        let found = message.Match
        select new BrokenWords(
            message.Urn, found.Groups["from"].Value, found.Groups["to"].Value, found.Groups["step"].Value, found.Groups["number"].Value);

    /// <summary>Directions that do not work between two operations.</summary>
    public IEnumerable<GapWords> Gaps() =>
        from message in Found(FromThisOperation())
        let found = message.Match
        select new GapWords(
            message.Urn, found.Groups["end"].Value, found.Groups["from"].Value, found.Groups["to"].Value, found.Groups["number"].Value);

    /// <summary>Directions of which an update says that a deletion stops them.</summary>
    public IEnumerable<RemovalWords> Removals() =>
        from message in Found(OnceDeleted())
        let found = message.Match
        select new RemovalWords(
            message.Urn, found.Groups["from"].Value, found.Groups["to"].Value, found.Groups["kind"].Value, found.Groups["number"].Value);

    /// <summary>How many checks hold, fail and stay open; null where nothing was said of them.</summary>
    public (int Holds, int Fails, int Open)? Count() => told.Select(message => Summary().Match(message.Message))
        .Where(found => found.Success)
        .Select(found => ((int, int, int)?)(NumberOf(found, "holds"), NumberOf(found, "fails"), NumberOf(found, "open")))
        .SingleOrDefault();

    private IEnumerable<(string Urn, Match Match)> Found(Regex words) =>
        told.Select(message => (message.Urn, words.Match(message.Message))).Where(found => found.Item2.Success);

    private static int NumberOf(Match found, string group) => int.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^Preview: after this update (?<from>\\S+) can no longer call (?<to>[^ ]+?)(?<kind> for users| without a user)?\\. The call would be refused: (?<number>PT[0-9]{4})")]
    private static partial Regex CanNoLonger();

    [GeneratedRegex("^Preview: (?<from>\\S+) calls (?<to>\\S+) for \\S+\\. No change here, but after this update the call would be refused at step \"(?<step>[^\"]*)\": (?<number>PT[0-9]{4})")]
    private static partial Regex NoChangeHere();

    [GeneratedRegex("^Preview: from this operation until \"(?<end>[^\"]*)\" is done in the same update(, and for up to [^,]+ after it,)? (?<to>\\S+) refuses calls of (?<from>\\S+) \\((?<number>PT[0-9]{4})\\)")]
    private static partial Regex FromThisOperation();

    [GeneratedRegex("PT7041: Once this is deleted, (?<from>\\S+) can no longer call (?<to>\\S+)(?<kind> for users| without a user)? \\((?<number>PT[0-9]{4}):")]
    private static partial Regex OnceDeleted();

    [GeneratedRegex("^Preview: of [0-9]+ connectivity checks?, (?<holds>[0-9]+) would hold, (?<fails>[0-9]+) would fail, (?<open>[0-9]+) cannot be told")]
    private static partial Regex Summary();
}

/// <summary>A direction that stops.</summary>
/// <param name="From">Who called.</param>
/// <param name="To">Who was called.</param>
/// <param name="Kind">Which calls of it, where others go on; else empty.</param>
/// <param name="Number">Of the refusal.</param>
internal sealed record StoppedWords(string From, string To, string Kind, string Number);

/// <summary>A check that held and will not.</summary>
/// <param name="Urn">The check.</param>
/// <param name="From">Who calls.</param>
/// <param name="To">Who is called; "Exchange" where the way leads to no server.</param>
/// <param name="Step">At which it fails.</param>
/// <param name="Number">Of the refusal.</param>
internal sealed record BrokenWords(string Urn, string From, string To, string Step, string Number);

/// <summary>A direction that is refused between two operations.</summary>
/// <param name="Urn">The operation that begins it.</param>
/// <param name="End">The name of the one that ends it.</param>
/// <param name="From">Who calls.</param>
/// <param name="To">Who is called.</param>
/// <param name="Number">Of the refusal.</param>
internal sealed record GapWords(string Urn, string End, string From, string To, string Number);

/// <summary>A direction of which an update says that a deletion stops it.</summary>
/// <param name="Urn">What is deleted.</param>
/// <param name="From">Who called.</param>
/// <param name="To">Who was called.</param>
/// <param name="Kind">Which calls of it, where others go on; else empty.</param>
/// <param name="Number">Of the refusal.</param>
internal sealed record RemovalWords(string Urn, string From, string To, string Kind, string Number);
