using System.Buffers.Text;
using System.Text;

namespace PartnerTrust.Plugin.Secrets;

/// <summary>A secret as base64, and the text that a secret in base64 stands for.</summary>
internal static class Base64Spellings
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Add(SecretParts parts, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        parts.AddSpelling(Convert.ToBase64String(bytes));
        parts.AddSpelling(Base64Url.EncodeToString(bytes));
        parts.AddSpelling(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
        parts.AddSpelling(Decoded(text));
    }

    /// <summary>Null for what is no base64, or holds anything but text.</summary>
    private static string? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        try
        {
            var decoded = Strict.GetString(bytes, 0, length);
            return decoded.Any(char.IsControl) ? null : decoded;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
