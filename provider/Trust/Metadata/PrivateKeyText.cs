using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PartnerTrust.Trust.Metadata;

/// <summary>Recognises private keys in text, whatever else stands there: PEM, the XML of .NET, PuTTY's form, JSON, and bytes in base64, base64url or
/// hexadecimal digits, each of which may hold another of these.</summary>
internal static class PrivateKeyText
{
    /// <summary>The shortest key, one of Ed25519, takes 64 characters.</summary>
    private const int ShortestKey = 60;

    /// <summary>How often one text may stand encoded in another.</summary>
    private const int Deepest = 3;

    private static readonly SearchValues<char> Base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    public static bool Discloses(string text) => Discloses(text, Deepest);

    /// <summary>The same inside a text that was JSON or encoded already.</summary>
    internal static bool Discloses(string text, int depth) =>
        depth > 0 && (IsMarked(text) || IsJson(text, depth) || (text.Length >= ShortestKey && IsEncoded(text, depth)));

    private static bool IsMarked(string text) =>
        text.Contains("PRIVATE KEY-----", StringComparison.Ordinal)
        || text.Contains("Private-Lines:", StringComparison.Ordinal)
        || (text.Contains("<RSAKeyValue", StringComparison.Ordinal) && text.Contains("<D>", StringComparison.Ordinal));

    private static bool IsJson(string text, int depth)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = AuthMetadataReader.DeepestDocument });
            return DisclosedKeys.Find(json.RootElement, amongKeys: false, depth - 1) is not null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Blanks may divide one value into lines, or two values from one another; what stands between the marks of PEM is a value by
    /// itself.</summary>
    private static bool IsEncoded(string text, int depth) => text.Split("-----").Any(part =>
        Runs(string.Concat(part.Where(c => !char.IsWhiteSpace(c)))).Concat(Runs(part)).Any(run => Holds(run, depth)));

    private static IEnumerable<string> Runs(string text)
    {
        for (var start = text.AsSpan().IndexOfAny(Base64); start >= 0;)
        {
            var length = text.AsSpan(start).IndexOfAnyExcept(Base64) is var end and >= 0 ? end : text.Length - start;
            if (length >= ShortestKey)
            {
                yield return text.Substring(start, length);
            }

            var next = text.AsSpan(start + length).IndexOfAny(Base64);
            start = next < 0 ? -1 : start + length + next;
        }
    }

    private static bool Holds(string run, int depth) =>
        (run.Length % 2 == 0 && run.All(char.IsAsciiHexDigit) && Holds(Convert.FromHexString(run), depth)) || Holds(Decoded(run), depth);

    private static bool Holds(byte[] bytes, int depth) =>
        PrivateKeyShape.Occurs(bytes) || (Ascii.IsValid(bytes) && Discloses(Encoding.ASCII.GetString(bytes), depth - 1));

    /// <summary>As much of it as can be decoded: a last character alone says nothing.</summary>
    private static byte[] Decoded(string run)
    {
        var text = run.Replace('-', '+').Replace('_', '/');
        text = text.Length % 4 == 1 ? text[..^1] : text;
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }
}
