using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>What somebody asks by: numbers, or a message as it was copied from a terminal, a log or a web page, with other line ends and quotes,
/// colours and escapes than it was written with.</summary>
internal sealed partial class AskedText
{
    private const int LongestEvent = 6;

    public AskedText(string text)
    {
        var plain = Plain(text);
        var words = plain.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        IsNumbersAlone = words.Length > 0 && words.All(word => BareNumber().IsMatch(word));
        IEnumerable<Match> bare = IsNumbersAlone ? words.Select(word => BareNumber().Match(word)) : [];
        Letters = LettersOf(plain);
        Numbers = [.. (IsNumbersAlone ? bare : Number().Matches(plain))
            .Where(match => match.Groups["digits"].Length == 4)
            .Select(match => $"PT{match.Groups["digits"].Value}").Distinct(StringComparer.Ordinal)];
        Codes = [.. Code().Matches(plain).Select(match => match.Value)];
        Categories = [.. Category().Matches(plain).Select(match => match.Value.ToLowerInvariant())];
        Events = [.. (IsNumbersAlone ? bare.Where(match => match.Groups["ours"].Length == 0) : Event().Matches(plain))
            .Where(match => match.Groups["digits"].Length <= LongestEvent)
            .Select(match => int.Parse(match.Groups["digits"].Value, CultureInfo.InvariantCulture))];
    }

    /// <summary>Whether numbers are all that was given, so that each of them may be ours or an event's.</summary>
    public bool IsNumbersAlone { get; }

    /// <summary>Our numbers, in the order in which they stand there, each once.</summary>
    public ImmutableArray<string> Numbers { get; }

    /// <summary>What may be codes of <c>x-ms-diagnostics</c>.</summary>
    public ImmutableHashSet<string> Codes { get; }

    /// <summary>What may be error categories.</summary>
    public ImmutableHashSet<string> Categories { get; }

    public ImmutableHashSet<int> Events { get; }

    /// <summary>All letters and digits, in lower case and without anything between them: so lines may be cut anywhere.</summary>
    public string Letters { get; }

    /// <summary>The letters and digits of a text, in lower case.</summary>
    public static string LettersOf(string text) =>
        string.Create(text.Count(char.IsLetterOrDigit), text, static (letters, text) =>
        {
            var count = 0;
            foreach (var symbol in text.Where(char.IsLetterOrDigit))
            {
                letters[count++] = char.ToLowerInvariant(symbol);
            }
        });

    private static string Plain(string text)
    {
        var decoded = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)) : text;
        return Blank().Replace(Escape().Replace(Colour().Replace(decoded, ""), " "), " ").Trim();
    }

    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Colour();

    /// <summary>As JSON and programs write line ends and quotes.</summary>
    [GeneratedRegex(@"\\(?:u00[0-9a-fA-F]{2}|[nrt""'])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Blank();

    [GeneratedRegex("^(?<ours>PT[-_]?)?(?<digits>[0-9]{1,9})[.:]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])PT[-_ ]?(?<digits>[0-9]{4})(?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("(?<![0-9])[0-9]{7}(?![0-9])")]
    private static partial Regex Code();

    [GeneratedRegex("(?<![A-Z_])[A-Z]+(?:_[A-Z]+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Category();

    [GeneratedRegex(@"\bevents?[-_ ]?(?:id)?[ :=#>""]*(?<digits>[0-9]{1,6})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Event();
}
