using System.Buffers;

namespace PartnerTrust.Trust.Tokens;

/// <summary>Reads the <c>Authorization</c> header of a call (domain.md 5.6): the scheme in any case, one or more spaces, and a token of the
/// characters that RFC 6750 (2.1) and RFC 9110 (11.2, token68) allow. Whatever else a client sends is not a Bearer token, and answered as if it had
/// sent none.</summary>
public static class BearerCredentials
{
    private const string Scheme = "Bearer";

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/");

    /// <summary>The token; null when there is none.</summary>
    /// <param name="headers">Every header of that name. It may be sent once (RFC 9110, 5.3).</param>
    public static string? Find(IReadOnlyList<string?> headers) =>
        Value(headers) is { } value && value.Length > Scheme.Length && HasScheme(value) && value[Scheme.Length] == ' '
        && value[Scheme.Length..].TrimStart(' ') is var token && IsToken(token) ? token : null;

    /// <summary>Whether the client named the scheme and nothing more, to be told what it needs.</summary>
    public static bool AreEmpty(IReadOnlyList<string?> headers) =>
        Value(headers) is { } value && HasScheme(value) && value.AsSpan(Scheme.Length).Trim(' ').IsEmpty;

    /// <summary>Blanks around the value are not part of it (RFC 9110, 5.5).</summary>
    private static string? Value(IReadOnlyList<string?> headers) => headers is [{ } only] ? only.Trim(' ', '\t') : null;

    private static bool HasScheme(string value) => value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    private static bool IsToken(string text)
    {
        var unpadded = text.AsSpan().TrimEnd('=');
        return unpadded.Length > 0 && !unpadded.ContainsAnyExcept(Alphabet);
    }
}
