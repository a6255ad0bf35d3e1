using System.Buffers;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Mailboxes;

/// <summary>Addresses of mailboxes, <c>local-part@domain</c> (RFC 5321, 4.1.2), as Exchange gives them to its mailboxes: of ASCII, with a whole
/// domain name. The local part is words divided by single dots, or anything printable between quotes.</summary>
public static class SmtpAddresses
{
    private const int LongestLocalPart = 64;
    private const int Longest = 254;

    private static readonly SearchValues<char> Word =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~");

    /// <summary>The domain of an address, in lower case.</summary>
    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    public static bool IsValid(string text)
    {
        var at = text.LastIndexOf('@');
        return at is > 0 and <= LongestLocalPart && text.Length <= Longest
            && (IsWords(text[..at]) || IsQuoted(text[..at])) && Fqdns.IsValid(text[(at + 1)..]) && text[^1] != '.';
    }

    private static bool IsWords(string text) => text.Split('.').All(word => word.Length > 0 && !word.AsSpan().ContainsAnyExcept(Word));

    private static bool IsQuoted(string text)
    {
        if (text is not ['"', _, .., '"'])
        {
            return false;
        }

        var escaped = false;
        foreach (var c in text.AsSpan(1, text.Length - 2))
        {
            if (c is < ' ' or > '~' || (c == '"' && !escaped))
            {
                return false;
            }

            escaped = c == '\\' && !escaped;
        }

        return !escaped;
    }
}
