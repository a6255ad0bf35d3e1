using System.Collections.Immutable;
using System.Text;

namespace PartnerTrust.Plugin.Secrets;

/// <summary>Takes secrets out of sentences: wherever one stands in any of its spellings, where a piece of one stands as a word of its own, and
/// where a quotation ends within one.</summary>
internal sealed class SecretMask
{
    // How a quotation that was cut ends, and how much of it there can be at most.
    private const char Cut = '…';
    private const int LongestQuotation = 200;

    private const int LongestWord = 12;

    private static readonly char[] SentenceMarks = ['.', ',', ';', ':', ')'];

    private readonly string mask;
    private readonly ImmutableArray<string> spellings;
    private readonly ImmutableArray<string> pieces;
    private readonly ImmutableArray<string> shorts;
    private readonly ImmutableHashSet<string> words;
    private readonly ImmutableArray<string> numbers;

    /// <param name="texts">The secrets that are texts.</param>
    /// <param name="numbers">The secrets that are numbers, as sentences write them.</param>
    /// <param name="mask">What stands in their places.</param>
    public SecretMask(IReadOnlyCollection<string> texts, IEnumerable<string> numbers, string mask)
    {
        var parts = texts.Where(text => text.Length >= SecretParts.Shortest).Select(SecretParts.Of).ToList();
        spellings = [.. parts.SelectMany(part => part.Spellings).Distinct(StringComparer.OrdinalIgnoreCase)];
        pieces = [.. parts.SelectMany(part => part.Pieces).Distinct(StringComparer.OrdinalIgnoreCase)];
        shorts = [.. texts.Where(text => text.Length < SecretParts.Shortest)];
        words = [.. texts.Where(text => text.Length <= LongestWord && !text.AsSpan().ContainsAnyExceptInRange('a', 'z'))];
        this.numbers = [.. numbers];
        this.mask = mask;
    }

    /// <summary>A finding, or a whole message: nothing is spared.</summary>
    public string Hide(string text) => Hide(text, isOurs: false);

    /// <summary>What we expect or advise. The values that the schema offers are named there to everybody, so that a gap would tell which was
    /// meant.</summary>
    public string HideInAdvice(string text) => Hide(text, isOurs: true);

    private string Hide(string text, bool isOurs)
    {
        var places = new List<(int Start, int End)>();
        foreach (var spelling in spellings.Where(spelling => !(isOurs && PublicWords.IsChoice(spelling))))
        {
            AddPlaces(places, text, spelling, isWord: false);
            AddCut(places, text, spelling);
        }

        foreach (var piece in pieces)
        {
            AddPlaces(places, text, piece, isWord: true);
            AddCut(places, text, piece);
        }

        if (isOurs)
        {
            places.RemoveAll(place => IsOurOwn(text, place.Start, place.End));
        }

        foreach (var brief in shorts)
        {
            AddQuoted(places, text, brief);
        }

        foreach (var number in isOurs ? [] : numbers)
        {
            AddPlaces(places, text, number, isWord: true);
        }

        return places.Count == 0 ? text : Masked(text, places);
    }

    private void AddPlaces(List<(int Start, int End)> places, string text, string secret, bool isWord)
    {
        for (var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(secret, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + secret.Length;
            if ((!isWord || (IsEdge(text, at) && IsEdge(text, end))) && !IsMasked(text, at, end))
            {
                places.Add((at, end));
            }
        }
    }

    private static void AddCut(List<(int Start, int End)> places, string text, string secret)
    {
        for (var end = text.IndexOf(Cut); end >= 0; end = text.IndexOf(Cut, end + 1))
        {
            for (var length = Math.Min(Math.Min(end, secret.Length), LongestQuotation); length >= SecretParts.Shortest; length--)
            {
                if (text.AsSpan(end - length, length).Equals(secret.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
                {
                    places.Add((end - length, end));
                    break;
                }
            }
        }
    }

    private static void AddQuoted(List<(int Start, int End)> places, string text, string secret)
    {
        foreach (var quoted in new[] { $"\"{secret}\"", $"'{secret}'" })
        {
            for (var at = text.IndexOf(quoted, StringComparison.OrdinalIgnoreCase); at >= 0;
                at = text.IndexOf(quoted, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                places.Add((at + 1, at + 1 + secret.Length));
            }
        }
    }

    /// <summary>Whether it is an ordinary word of our own sentence, outside every quotation: a gap in what everybody can look up would tell the
    /// password that is such a word.</summary>
    private bool IsOurOwn(string text, int start, int end) =>
        words.Contains(text[start..end])
        && (start == 0 || text[start - 1] is ' ' or '(')
        && text[end..].TrimStart(SentenceMarks) is [] or [' ', ..]
        && text.AsSpan(0, start).Count('"') % 2 == 0;

    /// <summary>Whether a word may begin or end here.</summary>
    private static bool IsEdge(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    /// <summary>What was hidden before is not hidden again, though its mask may read like a secret.</summary>
    private bool IsMasked(string text, int start, int end)
    {
        if (end - start > mask.Length)
        {
            return false;
        }

        var from = Math.Max(0, end - mask.Length);
        var at = text.IndexOf(mask, from, Math.Min(text.Length, start + mask.Length) - from, StringComparison.Ordinal);
        return at >= 0 && at <= start && end <= at + mask.Length;
    }

    /// <summary>Places that touch become one.</summary>
    private string Masked(string text, List<(int Start, int End)> places)
    {
        var result = new StringBuilder(text.Length);
        var (kept, hiddenTo) = (0, -1);
        foreach (var (start, end) in places.OrderBy(place => place.Start))
        {
            if (start > hiddenTo)
            {
                result.Append(text, kept, start - kept).Append(mask);
            }

            hiddenTo = Math.Max(hiddenTo, end);
            kept = hiddenTo;
        }

        return result.Append(text, kept, text.Length - kept).ToString();
    }
}
