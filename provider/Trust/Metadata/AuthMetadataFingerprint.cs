using System.Security.Cryptography;
using System.Text;

namespace PartnerTrust.Trust.Metadata;

/// <summary>A short text that changes exactly when a consumer has to read the document again: when issuer or keys change.</summary>
public static class AuthMetadataFingerprint
{
    public static string Of(AuthMetadataDocument document)
    {
        var keys = document.Keys.Select(k => k.Thumbprint.X5t).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{document.Issuer}\n{string.Join('\n', keys)}")));
    }
}
