namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The audience does not have its three parts.</summary>
    public static Fault AudienceMalformed(string? audience) => Refusal(
        "PT5040",
        $"The audience is {Quote(audience)}.",
        "\"application/host@realm\".",
        "the token was issued for another protocol.",
        "Have the token issued for this server.");

    /// <summary>The token is for another application.</summary>
    public static Fault AudienceApplication(string receiver, string found, string expected) => Refusal(
        "PT5041",
        $"The token is for application {Quote(found)}.",
        $"{Quote(expected)}, the application identifier of {receiver}, letter by letter.",
        "the token was issued for another product.",
        "Build the audience from the client_id of the receiver's challenge.");

    /// <summary>The token is for another host.</summary>
    public static Fault AudienceHost(string found, IEnumerable<string> expected) => Refusal(
        "PT5042",
        $"The token is for host {Quote(found)}.",
        $"{string.Join(" or ", expected)}, in upper or lower case.",
        "the URL names another host than the one reached, or TLS ends before the server.",
        (found.Contains(':', StringComparison.Ordinal)
            ? "If the server is reached there, give it a metadataUrl with that host and port; "
            : "If the server is reached under that name, list it in names of the server; ")
        + "else correct the URL that the caller uses, or end TLS at the server.");

    /// <summary>The realm of the audience is not one of the receiver's realms.</summary>
    public static Fault AudienceRealm(string receiver, string found, IReadOnlyCollection<string> expected, bool onlyByWildcard) => Refusal(
        "PT5043",
        $"The token is for realm {Quote(found)}.",
        $"{(expected.Count == 0 ? "a domain listed explicitly" : string.Join(" or ", expected))}, letter by letter; a wildcard does not count.",
        onlyByWildcard
            ? "only a wildcard among the accepted domains covers the realm."
            : "the realm is not listed among the receiver's accepted domains.",
        $"List {Quote(found)} in acceptedDomains of {receiver}, or set the caller's realm to one that is listed there.");

    /// <summary>The user token does not come from the application whose actor token it carries.</summary>
    public static Fault UserTokenIssuer(string? issuer, string nameId) => Refusal(
        "PT5050",
        $"The user token was issued by {Quote(issuer)}.",
        $"{Quote(nameId)}, the \"nameid\" of the actor token inside, letter by letter.",
        "somebody put the actor token of another application into a user token.",
        "Issue both tokens in the name of one application.");

    /// <summary>The user token is for another audience than its actor token.</summary>
    public static Fault UserTokenAudience(string? found, string expected) => Refusal(
        "PT5051",
        $"The user token is for {Quote(found)}.",
        $"{Quote(expected)}, like the actor token inside.",
        "an actor token for another resource was reused.",
        "Issue both tokens for the same audience.");

    /// <summary>The actor token may not be used for a user.</summary>
    public static Fault DelegationNotAllowed(string found) => Refusal(
        "PT5052",
        $"The actor token's \"trustedfordelegation\" is {found}.",
        "\"true\", or no such claim, in an actor token that acts for a user.",
        "a token that was issued for the application alone was put into a user token.",
        "Have the actor token issued for delegation.");
}
