using System.Text.Encodings.Web;
using System.Text.Json;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Secrets;

/// <summary>By what a secret text can be recognised: its other spellings, and the pieces of what has some. A message rarely quotes a URL
/// whole: it names the host, or writes it as a browser would.</summary>
internal sealed class SecretParts
{
    /// <summary>Shorter ones are in every other sentence by chance.</summary>
    public const int Shortest = 4;

    // A certificate is longer, and is quoted nowhere but by its beginning.
    private const int LongestSpelt = 4096;
    private const int ShortestLine = 8;
    private const int ShortestNumber = 6;

    private static readonly char[] LineEnds = ['\r', '\n'];

    private readonly HashSet<string> spellings = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> pieces = new(StringComparer.OrdinalIgnoreCase);

    private SecretParts()
    {
    }

    /// <summary>The whole secret, as it came and as it may be written instead.</summary>
    public IReadOnlyCollection<string> Spellings => spellings;

    /// <summary>What it is made of, each long and rare enough to be recognised.</summary>
    public IReadOnlyCollection<string> Pieces => pieces;

    public static SecretParts Of(string text)
    {
        var parts = new SecretParts();
        parts.AddSpelling(text);
        parts.AddSpelling(OneLine(text));
        if (text.Length <= LongestSpelt && text.Trim() is { Length: > 0 } trimmed)
        {
            parts.AddSpelling(trimmed);
            parts.AddEncoded(trimmed);
            UrlParts.Add(parts, trimmed);
            NameParts.Add(parts, trimmed);
            parts.AddLines(trimmed);
        }

        return parts;
    }

    public void AddSpelling(string? text)
    {
        if (text is { Length: >= Shortest })
        {
            spellings.Add(text);
        }
    }

    public void AddPiece(string? text)
    {
        if (text is { Length: >= Shortest } && !PublicWords.AreIn(text) && !(text.Length < ShortestNumber && text.All(char.IsAsciiDigit)))
        {
            pieces.Add(text);
        }
    }

    /// <summary>As messages quote a text of several lines.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private void AddEncoded(string text)
    {
        AddSpelling(Uri.EscapeDataString(text));
        AddSpelling(Uri.UnescapeDataString(text));
        AddSpelling(JsonEncodedText.Encode(text).ToString());
        AddSpelling(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());
        AddSpelling(System.Net.WebUtility.HtmlEncode(text));
        Base64Spellings.Add(this, text);
        if (Thumbprint.TryParse(text, out var thumbprint))
        {
            AddSpelling(thumbprint.Hex);
            AddSpelling(thumbprint.X5t);
        }
    }

    private void AddLines(string text)
    {
        foreach (var line in text.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Length >= ShortestLine && !line.StartsWith("-----", StringComparison.Ordinal))
            {
                AddPiece(line);
            }
        }
    }
}
