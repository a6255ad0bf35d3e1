using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PartnerTrust.Plugin.Secrets;

/// <summary>What addresses, distinguished names and paths are made of.</summary>
internal static class NameParts
{
    private static readonly char[] Separators = ['/', '\\'];
    private static readonly char[] AttributeEnds = [',', ';', '+'];

    public static void Add(SecretParts parts, string text)
    {
        if (text.Contains('=', StringComparison.Ordinal))
        {
            AddDistinguishedName(parts, text);
        }

        if (text.IndexOfAny(Separators) >= 0)
        {
            AddPath(parts, text);
        }
        else if (text.Contains('@', StringComparison.Ordinal))
        {
            AddAddress(parts, text);
        }
    }

    /// <summary><c>sip:user@domain</c>, <c>user@domain</c>, <c>application@realm</c>.</summary>
    private static void AddAddress(SecretParts parts, string text)
    {
        var address = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var at = address.LastIndexOf('@');
        if (at < 0)
        {
            return;
        }

        parts.AddSpelling(address);
        parts.AddPiece(address[..at]);
        HostParts.Add(parts, address[(at + 1)..]);
    }

    private static void AddPath(SecretParts parts, string text)
    {
        foreach (var segment in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            parts.AddPiece(segment);
            parts.AddPiece(Path.GetFileNameWithoutExtension(segment));
        }
    }

    private static void AddDistinguishedName(SecretParts parts, string text)
    {
        foreach (var attribute in text.Split(AttributeEnds, StringSplitOptions.RemoveEmptyEntries))
        {
            var value = attribute[(attribute.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"');
            parts.AddPiece(value);
            HostParts.Add(parts, value);
        }

        try
        {
            parts.AddSpelling(new X500DistinguishedName(text).Name);
        }
        catch (CryptographicException)
        {
            // Then no certificate carries it in another spelling either.
        }
    }
}
