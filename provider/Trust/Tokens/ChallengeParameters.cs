using System.Text;

namespace PartnerTrust.Trust.Tokens;

/// <summary>Reads the parameters of one scheme out of a <c>WWW-Authenticate</c> value, which may list several schemes.</summary>
internal static class ChallengeParameters
{
    private const int LongestHeader = 64 * 1024;

    /// <summary>Null when the scheme does not occur.</summary>
    public static Dictionary<string, string>? OfScheme(string? header, string scheme)
    {
        if (header is null || header.Length > LongestHeader)
        {
            return null;
        }

        Dictionary<string, string>? found = null;
        var inside = false;
        for (var at = 0; at < header.Length;)
        {
            var word = ReadWord(header, ref at);
            if (word.Length == 0)
            {
                at++;
            }
            else if (at < header.Length && header[at] == '=')
            {
                at++;
                var value = ReadValue(header, ref at);
                if (inside)
                {
                    found!.TryAdd(word.ToLowerInvariant(), value);
                }
            }
            else
            {
                inside = found is null && word.Equals(scheme, StringComparison.OrdinalIgnoreCase);
                found ??= inside ? [] : null;
            }
        }

        return found;
    }

    private static string ReadWord(string header, ref int at)
    {
        var start = at;
        while (at < header.Length && (char.IsAsciiLetterOrDigit(header[at]) || header[at] is '_' or '-'))
        {
            at++;
        }

        return header[start..at];
    }

    private static string ReadValue(string header, ref int at)
    {
        if (at >= header.Length || header[at] != '"')
        {
            var start = at;
            while (at < header.Length && header[at] is not (',' or ' '))
            {
                at++;
            }

            return header[start..at];
        }

        var value = new StringBuilder();
        for (at++; at < header.Length && header[at] != '"'; at++)
        {
            at += header[at] == '\\' && at + 1 < header.Length ? 1 : 0;
            value.Append(header[at]);
        }

        at++;
        return value.ToString();
    }
}
