using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PartnerTrust.Trust.Certificates;

/// <summary>The SHA-1 digest of a certificate's DER form, shown as 40 upper-case hexadecimal digits; the same digest in base64url
/// without padding is the 27-character <c>x5t</c> of metadata documents and token headers (domain.md 3.3).</summary>
public readonly record struct Thumbprint
{
    private readonly string? hex;

    private Thumbprint(string hex) => this.hex = hex;

    /// <summary>40 upper-case hexadecimal digits.</summary>
    public string Hex => hex ?? new string('0', 40);

    /// <summary>27 characters of base64url.</summary>
    public string X5t => Base64Url.EncodeToString(Convert.FromHexString(Hex));

    /// <summary>The thumbprint of a certificate given as DER bytes.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "SHA-1 is what a thumbprint is; it identifies here, it protects nothing.")]
    public static Thumbprint OfCertificate(ReadOnlySpan<byte> der) => new(Convert.ToHexString(SHA1.HashData(der)));

    /// <summary>Takes hexadecimal digits in any case, with the spaces, colons and invisible marks that copying out of a certificate
    /// window leaves; anything but 40 digits is refused.</summary>
    public static bool TryParse(string? text, out Thumbprint thumbprint)
    {
        thumbprint = default;
        if (text is null)
        {
            return false;
        }

        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not (':' or '\u200e' or '\u200f' or '\ufeff')));
        if (digits.Length != 40 || !digits.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        thumbprint = new Thumbprint(digits.ToUpperInvariant());
        return true;
    }

    /// <summary>Takes the <c>x5t</c> form: exactly 27 characters of base64url. Padding and blanks, which the framework's decoder forgives, would
    /// give one certificate many names.</summary>
    public static bool TryParseX5t(string? text, out Thumbprint thumbprint)
    {
        thumbprint = default;
        Span<byte> digest = stackalloc byte[20];
        if (text is not { Length: 27 } || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, digest, out var written) || written != 20)
        {
            return false;
        }

        thumbprint = new Thumbprint(Convert.ToHexString(digest));
        return true;
    }

    public override string ToString() => Hex;
}
