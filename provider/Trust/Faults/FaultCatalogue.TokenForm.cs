namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The token is empty or too long.</summary>
    /// <cause>What was sent in place of a token is empty, or has more than 65536 characters: a whole file, or text that a device on the way added to.
    /// (A call with an empty <c>Authorization: Bearer</c> header is no mistake: it is answered with the challenge.)</cause>
    /// <remedy>Send the token exactly as it was issued. Look at what stands between caller and server: proxies and load balancers limit the length of
    /// headers and may cut them.</remedy>
    public static Fault TokenLength(int length, int limit) => Refusal(
        "PT5001",
        $"The token has {Count(length, "character")}.",
        $"1 to {Number(limit)} characters.",
        "the Authorization header was cut or padded on its way.",
        "Send the token exactly as it was issued.");

    /// <summary>The token does not have three segments.</summary>
    /// <cause>The text is no signed JSON web token: it is encrypted and has five parts, it is a SAML token or an opaque one of another service, or
    /// part of it was lost when it was copied. An unsigned user token ends with a dot, behind which nothing follows; without that dot it has two
    /// parts.</cause>
    /// <remedy>Send a token in the compact form: header, claims and signature in base64url, with a dot between them. Turn encryption of tokens off at
    /// whoever issues them; the products read none.</remedy>
    public static Fault TokenSegments(string subject, int segments) => Refusal(
        "PT5002",
        $"{subject} has {Count(segments, "segment")}.",
        "header, claims and signature separated by two dots.",
        "the token is encrypted, or is not a JSON web token.",
        "Send a token in JWS compact form.");

    /// <summary>A segment of the token is not base64url.</summary>
    /// <cause>The token was encoded as plain base64, with <c>+</c>, <c>/</c> or <c>=</c>. Or it was copied out of a mail, a log or a console and has
    /// blanks or line breaks.</cause>
    /// <remedy>Send the token exactly as it was issued, in one line. A program of your own encodes each part as base64url without padding.</remedy>
    public static Fault TokenEncoding(string subject, string segment) => Refusal(
        "PT5003",
        $"The {segment} of {Inside(subject)} is not base64url.",
        "letters, digits, '-' and '_' without padding.",
        "the token was re-encoded or cut on its way.",
        "Send the token exactly as it was issued.");

    /// <summary>A segment of the token is not one strict JSON object.</summary>
    /// <cause>A program puts its tokens together by hand, with a name written twice, text that is not UTF-8, or a list where an object belongs. A
    /// token with objects nested more than eight deep, or with a name twice, may also be meant to make two readers see different things.</cause>
    /// <remedy>Have the product issue a new token. A program of your own writes header and claims with a JSON library, each as one object in which no
    /// name occurs twice.</remedy>
    public static Fault TokenJson(string subject, string segment, string problem) => Refusal(
        "PT5004",
        $"The {segment} of {Inside(subject)} is not a strict JSON object: {problem}.",
        "one UTF-8 JSON object, each name once, no deeper than the limit.",
        "the issuer is not one of the products, or somebody attacks the parser.",
        "Have the product issue a new token.");

    /// <summary>The token's type is not JWT.</summary>
    /// <cause>A token of another kind was sent. Newer token services write <c>at+jwt</c> for access tokens of their own, and leave <c>typ</c> out in
    /// others.</cause>
    /// <remedy>Send the token that was issued for this call. A program of your own writes <c>"typ":"JWT"</c> into the header of both tokens.</remedy>
    public static Fault TokenType(string subject, string? type) => Refusal(
        "PT5005",
        $"{subject} has the type {Quote(type)}.",
        "\"JWT\".",
        "a token of another protocol was sent.",
        "Send the token that was issued for this call.");

    /// <summary>The token is not signed as the products sign.</summary>
    /// <cause>The signing certificate of the caller has a key of elliptic curves, or a library was told to use another algorithm, such as RS384,
    /// PS256 or, with a shared secret, HS256. For a user token the word is <c>none</c> in lower case. A token that says anything else may also be
    /// meant to get a weaker check.</cause>
    /// <remedy>Sign the application's token with <c>RS256</c>, by the RSA key of the certificate that is bound to the caller, and leave the user
    /// token around it unsigned: <c>"alg":"none"</c> and an empty third part.</remedy>
    public static Fault TokenAlgorithm(string subject, string? algorithm, string expected) => Refusal(
        "PT5006",
        $"{subject} names the algorithm {Quote(algorithm)}.",
        expected,
        "the issuer has another kind of key, or somebody tries to get a weaker check.",
        "Sign the application's token with RS256, by the RSA key of the server's OAuth certificate, and leave a user token around it unsigned (\"none\").");

    /// <summary>The token's header demands an extension.</summary>
    /// <cause>The library that made the token compressed or encrypted it, or marked headers as ones that readers must understand: <c>zip</c>,
    /// <c>enc</c>, <c>b64</c> or <c>crit</c> is in the header.</cause>
    /// <remedy>Turn that off in the library and have the token issued again. Only <c>typ</c>, <c>alg</c> and <c>x5t</c> belong into the
    /// header.</remedy>
    public static Fault TokenExtension(string subject, string parameter) => Refusal(
        "PT5007",
        $"The header of {Inside(subject)} has {Quote(parameter)}.",
        "no extension, encryption or compression: the products support none.",
        "the issuer is not one of the products.",
        "Have the token issued without it.");

    /// <summary>An unsigned token carries no actor token.</summary>
    /// <cause>A program sends the unsigned token that names the user, and forgot to put the application's signed token into it. Without that, anybody
    /// could have written it.</cause>
    /// <remedy>Put the signed token of the application, as text, into the claim <c>actortoken</c> of the user token. Exchange's documents also call
    /// it <c>actort</c>; either is taken. For a call without a user send the signed token alone.</remedy>
    public static Fault ActorTokenMissing() => Refusal(
        "PT5008",
        "The token is unsigned and has no actor token inside.",
        "an \"actortoken\" claim with the signed token of the application.",
        "the application left out its own token, or somebody forged this one.",
        "Embed the actor token in the user token.");

    /// <summary>An unsigned token carries a signature.</summary>
    /// <cause>Somebody changed the header of a signed token to <c>"alg":"none"</c>, so that a careless receiver would not check the signature. Or a
    /// library appends a signature whatever the header says.</cause>
    /// <remedy>Send the token exactly as it was issued. The third part of an unsigned token is empty; the dot before it stays.</remedy>
    public static Fault UnsignedTokenSigned() => Refusal(
        "PT5009",
        "The token says that it is unsigned, but has a signature.",
        "an empty third segment.",
        "the header of a signed token was changed to switch off the check.",
        "Send the token exactly as it was issued.");

    /// <summary>Two different actor tokens are given.</summary>
    /// <cause>SharePoint's documents call the claim with the application's token <c>actortoken</c>, Exchange's call it <c>actort</c>. A program
    /// writes both, and renews only one of them. Or somebody wants one of the two to be checked and the other to be used.</cause>
    /// <remedy>Write one of the two claims, or the same token into both.</remedy>
    public static Fault ActorTokenAmbiguous() => Refusal(
        "PT5010",
        "The claims \"actortoken\" and \"actort\" hold different tokens.",
        "one actor token.",
        "somebody tries to have one token checked and the other one used.",
        "Send one of the two claims.");

    /// <summary>The actor token carries another token.</summary>
    /// <cause>A program signs the user token as well, or puts tokens into one another. In the products, the token that speaks for the user is
    /// unsigned, and the signed one inside speaks for the application alone.</cause>
    /// <remedy>Leave the user token unsigned and put the application's signed token into its claim <c>actortoken</c>. The signed one has no such
    /// claim.</remedy>
    public static Fault ActorTokenNested() => Refusal(
        "PT5011",
        "A signed token has an actor token inside.",
        "a signed token that speaks for the application alone.",
        "a user token was signed, or tokens were nested.",
        "Put the actor token into an unsigned user token.");

    /// <summary>A claim of the token is missing or of the wrong kind.</summary>
    /// <cause>The token was issued by something else than a product, for which the claim is optional or has another form: no <c>nbf</c>, times with
    /// fractions or in milliseconds, or an <c>iss</c> that is a URL.</cause>
    /// <remedy>Have the product issue a new token. A program of your own writes <c>iss</c> and <c>nameid</c> of the signed token as
    /// <c>application@realm</c>, and <c>nbf</c> and <c>exp</c> of both tokens as whole Unix seconds, as text or as a number.</remedy>
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
    /// <cause>A library was told to send its certificate along (<c>x5c</c>), as token services of other kinds ask for, or a key or its address
    /// (<c>jwk</c>, <c>jku</c>, <c>x5u</c>). A receiver that used such a key would trust whoever sends one; the products use only the keys of their
    /// records.</cause>
    /// <remedy>Turn that off in the library and have the token issued again. To make a new key known, register it: the receiver copies it from the
    /// caller's document.</remedy>
    public static Fault TokenBringsKey(string subject, string parameter) => Refusal(
        "PT5013",
        $"The header of {Inside(subject)} has {Quote(parameter)}.",
        "only the thumbprint of a key that the receiver already trusts.",
        "somebody tries to make the receiver use a key of their own, or the issuer is not one of the products.",
        "Have the token issued without it.");
}
