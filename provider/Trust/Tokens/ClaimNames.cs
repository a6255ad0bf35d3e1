namespace PartnerTrust.Trust.Tokens;

/// <summary>Names in headers and claims (domain.md 5.2).</summary>
internal static class ClaimNames
{
    public const string Type = "typ";
    public const string Algorithm = "alg";
    public const string X5t = "x5t";
    public const string Audience = "aud";
    public const string Issuer = "iss";
    public const string NotBefore = "nbf";
    public const string Expires = "exp";
    public const string NameId = "nameid";
    public const string NameIdIssuer = "nii";
    public const string Smtp = "smtp";
    public const string Sip = "sip";
    public const string Upn = "upn";
    public const string TrustedForDelegation = "trustedfordelegation";

    /// <summary>What SharePoint's documents and client libraries call the token inside.</summary>
    public const string ActorToken = "actortoken";

    /// <summary>What the Exchange specification calls it; a reader takes both.</summary>
    public const string ActorTokenOfExchange = "actort";
}
