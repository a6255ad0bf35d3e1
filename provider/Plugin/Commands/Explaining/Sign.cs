using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>What servers say: a code (<c>2000003</c>), a category (<c>error_category="invalid_resource"</c>), an event (<c>event 1003 MSExchange
/// Front End HTTPS Proxy</c>), or words, with <c>…</c> for what varies.</summary>
internal sealed partial record Sign
{
    /// <summary>Fewer letters and digits than these are found in texts that are about something else.</summary>
    public const int ShortestText = 8;

    /// <summary>How many letters and digits may stand in the place of one <c>…</c>.</summary>
    private const int LongestGap = 300;

    private readonly string word = "";
    private readonly ImmutableArray<string> pieces = [];

    public Sign(string text)
    {
        Text = text;
        if (CodeForm().IsMatch(text))
        {
            (Kind, word) = (SignKind.Code, text);
        }
        else if (CategoryForm().Match(text) is { Success: true } category)
        {
            (Kind, word) = (SignKind.Category, category.Groups["name"].Value);
        }
        else if (EventForm().Match(text) is { Success: true } logged)
        {
            EventNumber = int.Parse(logged.Groups["number"].Value, CultureInfo.InvariantCulture);
            word = AskedText.LettersOf(logged.Groups["source"].Value);
            Kind = word.Length > 0 ? SignKind.EventOfSource : SignKind.Event;
        }
        else
        {
            Kind = SignKind.Text;
            pieces = [.. text.Split('…').Select(AskedText.LettersOf).Where(piece => piece.Length > 0)];
        }
    }

    public string Text { get; }

    public SignKind Kind { get; }

    /// <summary>The number of the event; 0 where it is none.</summary>
    public int EventNumber { get; }

    /// <summary>How many letters and digits must be found; of two texts the longer one tells more.</summary>
    public int Length => pieces.Sum(piece => piece.Length);

    /// <summary>Whether it can be looked for: words that begin as a code, a category or an event does are a mistyped one.</summary>
    public bool IsWellFormed => Kind != SignKind.Text || (Length >= ShortestText && !Mistyped().IsMatch(Text));

    /// <summary>As what the sign is found in a text: an event without its source tells less. Null where it is not in there.</summary>
    public SignKind? FindIn(AskedText asked) => Kind switch
    {
        SignKind.Code => asked.Codes.Contains(word) ? Kind : null,
        SignKind.Category => asked.Categories.Contains(word) ? Kind : null,
        SignKind.Event => asked.Events.Contains(EventNumber) ? Kind : null,
        SignKind.EventOfSource when !asked.Events.Contains(EventNumber) => null,
        SignKind.EventOfSource => asked.Letters.Contains(word, StringComparison.Ordinal) ? Kind : SignKind.Event,
        _ => IsWellFormed && HasPieces(asked.Letters) ? Kind : null,
    };

    public bool Equals(Sign? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private bool HasPieces(string letters)
    {
        for (var start = Find(letters, pieces[0], 0); start >= 0; start = Find(letters, pieces[0], start + 1))
        {
            if (HasOthers(letters, start + pieces[0].Length))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasOthers(string letters, int end)
    {
        foreach (var piece in pieces.Skip(1))
        {
            var reach = Math.Min(letters.Length - end, LongestGap + piece.Length);
            var found = letters.AsSpan(end, reach).IndexOf(piece, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            end += found + piece.Length;
        }

        return true;
    }

    private static int Find(string letters, string piece, int start) => letters.IndexOf(piece, start, StringComparison.Ordinal);

    [GeneratedRegex("^(?:[0-9]{5,}|error_category|events? [0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mistyped();

    [GeneratedRegex("^[0-9]{7}$")]
    private static partial Regex CodeForm();

    [GeneratedRegex("^error_category=\"(?<name>[a-z_]+)\"$")]
    private static partial Regex CategoryForm();

    [GeneratedRegex("^event (?<number>[0-9]{1,6})(?: (?<source>.+))?$")]
    private static partial Regex EventForm();
}
