namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The token is empty or too long.</summary>
    public static Fault TokenLength(int length, int limit) => Refusal(
        "PT5001",
        $"The token has {Count(length, "character")}.",
        $"1 to {Number(limit)} characters.",
        "the Authorization header was cut or padded on its way.",
        "Send the token exactly as it was issued.");

    /// <summary>The token does not have three segments.</summary>
    public static Fault TokenSegments(string subject, int segments) => Refusal(
        "PT5002",
        $"{subject} has {Count(segments, "segment")}.",
        "header, claims and signature separated by two dots.",
        "the token is encrypted, or is not a JSON web token.",
        "Send a token in JWS compact form.");

    /// <summary>A segment of the token is not base64url.</summary>
    public static Fault TokenEncoding(string subject, string segment) => Refusal(
        "PT5003",
        $"The {segment} of {Inside(subject)} is not base64url.",
        "letters, digits, '-' and '_' without padding.",
        "the token was re-encoded or cut on its way.",
        "Send the token exactly as it was issued.");

    /// <summary>A segment of the token is not one strict JSON object.</summary>
    public static Fault TokenJson(string subject, string segment, string problem) => Refusal(
        "PT5004",
        $"The {segment} of {Inside(subject)} is not a strict JSON object: {problem}.",
        "one UTF-8 JSON object, each name once, no deeper than the limit.",
        "the issuer is not one of the products, or somebody attacks the parser.",
        "Have the product issue a new token.");

    /// <summary>The token's type is not JWT.</summary>
    public static Fault TokenType(string subject, string? type) => Refusal(
        "PT5005",
        $"{subject} has the type {Quote(type)}.",
        "\"JWT\".",
        "a token of another protocol was sent.",
        "Send the token that was issued for this call.");

    /// <summary>The token is not signed as the products sign.</summary>
    public static Fault TokenAlgorithm(string subject, string? algorithm, string expected) => Refusal(
        "PT5006",
        $"{subject} names the algorithm {Quote(algorithm)}.",
        expected,
        "the issuer has another kind of key, or somebody tries to get a weaker check.",
        "Sign the application's token with RS256, by the RSA key of the server's OAuth certificate, and leave a user token around it unsigned (\"none\").");

    /// <summary>The token's header demands an extension.</summary>
    public static Fault TokenExtension(string subject, string parameter) => Refusal(
        "PT5007",
        $"The header of {Inside(subject)} has {Quote(parameter)}.",
        "no extension, encryption or compression: the products support none.",
        "the issuer is not one of the products.",
        "Have the token issued without it.");

    /// <summary>An unsigned token carries no actor token.</summary>
    public static Fault ActorTokenMissing() => Refusal(
        "PT5008",
        "The token is unsigned and has no actor token inside.",
        "an \"actortoken\" claim with the signed token of the application.",
        "the application left out its own token, or somebody forged this one.",
        "Embed the actor token in the user token.");

    /// <summary>An unsigned token carries a signature.</summary>
    public static Fault UnsignedTokenSigned() => Refusal(
        "PT5009",
        "The token says that it is unsigned, but has a signature.",
        "an empty third segment.",
        "the header of a signed token was changed to switch off the check.",
        "Send the token exactly as it was issued.");

    /// <summary>Two different actor tokens are given.</summary>
    public static Fault ActorTokenAmbiguous() => Refusal(
        "PT5010",
        "The claims \"actortoken\" and \"actort\" hold different tokens.",
        "one actor token.",
        "somebody tries to have one token checked and the other one used.",
        "Send one of the two claims.");

    /// <summary>The actor token carries another token.</summary>
    public static Fault ActorTokenNested() => Refusal(
        "PT5011",
        "A signed token has an actor token inside.",
        "a signed token that speaks for the application alone.",
        "a user token was signed, or tokens were nested.",
        "Put the actor token into an unsigned user token.");

    /// <summary>A claim of the token is missing or of the wrong kind.</summary>
    public static Fault TokenClaim(string subject, string claim, string found, string expected) => Refusal(
        "PT5012",
        $"The claim \"{claim}\" of {Inside(subject)} is {found}.",
        expected,
        "the issuer is not one of the products.",
        "Have the product issue a new token.");

    private static Fault Refusal(string code, string found, string expected, string cause, string remedy) =>
        new(code, "", found, expected, remedy) { Cause = cause };

    private static string Inside(string subject) => char.ToLowerInvariant(subject[0]) + subject[1..];

    /// <summary>The token's header brings a key, or says where to fetch one.</summary>
    public static Fault TokenBringsKey(string subject, string parameter) => Refusal(
        "PT5013",
        $"The header of {Inside(subject)} has {Quote(parameter)}.",
        "only the thumbprint of a key that the receiver already trusts.",
        "somebody tries to make the receiver use a key of their own, or the issuer is not one of the products.",
        "Have the token issued without it.");
}
