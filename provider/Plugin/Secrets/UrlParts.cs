namespace PartnerTrust.Plugin.Secrets;

/// <summary>What URLs are made of. They are taken apart by their letters too, for a wrong one is quoted as readily as a right one.</summary>
internal static class UrlParts
{
    private const string SchemeEnd = "://";

    private static readonly char[] Delimiters = [.. "/\\?#@:&=;,+[]<>\"' \t\r\n"];

    public static void Add(SecretParts parts, string text)
    {
        var scheme = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (scheme < 0)
        {
            // What may have been meant as one is written without blanks.
            AddTokens(parts, text.Any(char.IsWhiteSpace) ? "" : text);
            return;
        }

        var (start, rest) = (text[..(scheme + SchemeEnd.Length)], text[(scheme + SchemeEnd.Length)..]);
        var at = rest.LastIndexOf('@');
        if (at >= 0)
        {
            // Messages leave out credentials, so that what follows them is the URL to be found.
            var (credentials, address) = (rest[..at], rest[(at + 1)..]);
            AddCredentials(parts, credentials);
            parts.AddSpelling(address);
            parts.AddSpelling(start + address);
            AddRead(parts, start + address);
        }

        parts.AddSpelling(rest);
        AddRead(parts, text);
        AddTokens(parts, rest);
    }

    private static void AddCredentials(SecretParts parts, string credentials)
    {
        AddBothWays(parts, credentials);
        if (credentials.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
        {
            AddBothWays(parts, credentials[..colon]);
            AddBothWays(parts, credentials[(colon + 1)..]);
        }
    }

    private static void AddTokens(SecretParts parts, string text)
    {
        foreach (var token in text.Split(Delimiters, StringSplitOptions.RemoveEmptyEntries))
        {
            AddBothWays(parts, token);
            HostParts.Add(parts, token);
        }
    }

    /// <summary>As .NET reads it: scheme and host in lower case, the default port gone, blanks escaped.</summary>
    private static void AddRead(SecretParts parts, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.IsFile)
        {
            return;
        }

        parts.AddSpelling(url.AbsoluteUri);
        parts.AddSpelling(url.AbsoluteUri.TrimEnd('/'));
        parts.AddSpelling(url.ToString());
        parts.AddSpelling(Components(url, UriComponents.Scheme | UriComponents.HostAndPort | UriComponents.PathAndQuery));
        parts.AddSpelling(Components(url, UriComponents.Scheme | UriComponents.HostAndPort | UriComponents.Path));
        parts.AddPiece(Components(url, UriComponents.HostAndPort | UriComponents.PathAndQuery));
        parts.AddPiece(Components(url, UriComponents.HostAndPort | UriComponents.Path));
        parts.AddPiece(url.Authority);
        HostParts.Add(parts, url.Host);
        AddBothWays(parts, url.Query.TrimStart('?'));
        AddBothWays(parts, url.Fragment.TrimStart('#'));
        if (!url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).All(
            segment => segment.Length < SecretParts.Shortest || PublicWords.AreIn(segment)))
        {
            AddBothWays(parts, url.AbsolutePath);
        }
    }

    private static string Components(Uri url, UriComponents components) => url.GetComponents(components, UriFormat.UriEscaped).TrimEnd('/');

    private static void AddBothWays(SecretParts parts, string text)
    {
        parts.AddPiece(text);
        parts.AddPiece(Uri.UnescapeDataString(text));
    }
}
