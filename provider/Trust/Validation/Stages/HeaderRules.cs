using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>What both kinds of header must be (domain.md 5.2). Which key counts is the receiver's own knowledge: a token that brings keys, or
/// says where they are to be fetched, was made to mislead a reader that looks there (RFC 8725 3.10).</summary>
internal static class HeaderRules
{
    public const string Signed = "RS256";
    public const string Unsigned = "none";

    /// <summary>What the algorithm of the application's own token must be, for messages.</summary>
    public const string OnlySigned = $"\"{Signed}\".";

    /// <summary>The same of a token that may be the user's as well.</summary>
    public const string SignedOrUnsigned = $"\"{Signed}\", or \"{Unsigned}\" for a user token around one of those.";

    private static readonly string[] Extensions = ["crit", "zip", "enc", "b64"];

    private static readonly string[] Keys = ["jwk", "jku", "x5c", "x5u"];

    public static Fault? Check(TokenClaims header, string subject)
    {
        return Array.Find(Extensions, header.Has) is { } extension ? FaultCatalogue.TokenExtension(subject, extension)
            : Array.Find(Keys, header.Has) is { } key ? FaultCatalogue.TokenBringsKey(subject, key)
            : header.Text(ClaimNames.Type) is var type
                && !string.Equals(type, "JWT", StringComparison.OrdinalIgnoreCase) ? FaultCatalogue.TokenType(subject, type)
            : null;
    }
}
