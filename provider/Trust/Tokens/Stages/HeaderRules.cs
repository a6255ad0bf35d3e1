using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Tokens.Stages;

/// <summary>What both kinds of header must be (domain.md 5.2). Keys or addresses of keys in a header are never looked at: which key counts is
/// the receiver's own knowledge.</summary>
internal static class HeaderRules
{
    public const string Signed = "RS256";
    public const string Unsigned = "none";

    private static readonly string[] Extensions = ["crit", "zip", "enc", "b64"];

    public static Fault? Check(TokenClaims header, string subject)
    {
        var extension = Array.Find(Extensions, header.Has);
        return extension is not null ? FaultCatalogue.TokenExtension(subject, extension)
            : header.Text(ClaimNames.Type) is var type && !string.Equals(type, "JWT", StringComparison.OrdinalIgnoreCase) ? FaultCatalogue.TokenType(subject, type)
            : null;
    }
}
